using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FactBot.Host.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Privacy : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "FormerMembers",
                table: "Teams",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Keeps_Messages",
                table: "Teams",
                type: "INTEGER",
                nullable: false,
                defaultValue: 7);

            migrationBuilder.AddColumn<int>(
                name: "Keeps_Offers",
                table: "Teams",
                type: "INTEGER",
                nullable: false,
                defaultValue: 365);

            migrationBuilder.AddColumn<int>(
                name: "Keeps_Pages",
                table: "Teams",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Keeps_Reasons",
                table: "Teams",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "WhoHash",
                table: "Audit",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WhoSalt",
                table: "Audit",
                type: "TEXT",
                nullable: true);

            // Entries of before hold the person themselves, and so their chain stays whole.
            migrationBuilder.Sql("UPDATE Audit SET WhoHash = CAST(Who AS TEXT) WHERE Who IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "FormerMembers",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "Keeps_Messages",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "Keeps_Offers",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "Keeps_Pages",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "Keeps_Reasons",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "WhoHash",
                table: "Audit");

            migrationBuilder.DropColumn(
                name: "WhoSalt",
                table: "Audit");
        }
    }
}
