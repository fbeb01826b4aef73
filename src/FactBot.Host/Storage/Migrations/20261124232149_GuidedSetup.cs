using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FactBot.Host.Storage.Migrations
{
    /// <inheritdoc />
    public partial class GuidedSetup : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SetupDrafts",
                columns: table => new
                {
                    TeamId = table.Column<long>(type: "INTEGER", nullable: false),
                    Review = table.Column<long>(type: "INTEGER", nullable: true),
                    Verdicts = table.Column<long>(type: "INTEGER", nullable: true),
                    Digest = table.Column<long>(type: "INTEGER", nullable: true),
                    Reviewers = table.Column<long>(type: "INTEGER", nullable: true),
                    Editors = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SetupDrafts", x => x.TeamId);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SetupDrafts");
        }
    }
}
