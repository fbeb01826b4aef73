using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FactBot.Host.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Erasures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ErasedBy",
                table: "Posts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Names",
                table: "Posts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ThreadErasedBy",
                table: "Posts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "OpenErasures",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TeamId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Salt = table.Column<string>(type: "TEXT", nullable: false),
                    PersonHash = table.Column<string>(type: "TEXT", nullable: true),
                    Prints = table.Column<string>(type: "TEXT", nullable: false),
                    IsOutOfLog = table.Column<bool>(type: "INTEGER", nullable: false),
                    RewriteDue = table.Column<long>(type: "INTEGER", nullable: false),
                    IsRewritten = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsOutOfFiles = table.Column<bool>(type: "INTEGER", nullable: false),
                    NextTryAt = table.Column<long>(type: "INTEGER", nullable: false),
                    FailedTries = table.Column<int>(type: "INTEGER", nullable: false),
                    Trouble = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenErasures", x => x.Id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "OpenErasures");

            migrationBuilder.DropColumn(
                name: "ErasedBy",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "Names",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "ThreadErasedBy",
                table: "Posts");
        }
    }
}
