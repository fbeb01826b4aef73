using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FactBot.Host.Storage.Migrations
{
    /// <inheritdoc />
    public partial class TwoPeople : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "Correction",
                table: "Claims",
                newName: "Proposal");

            // Until now only corrections waited for a second person.
            migrationBuilder.Sql("""
                UPDATE "Claims" SET "Proposal" = json_set("Proposal", '$.Kind', 'Correction') WHERE "Proposal" IS NOT NULL
                """);

            migrationBuilder.AddColumn<bool>(
                name: "Rules_TwoPeople",
                table: "Teams",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Rules_TwoPeople",
                table: "Teams");

            migrationBuilder.RenameColumn(
                name: "Proposal",
                table: "Claims",
                newName: "Correction");
        }
    }
}
