using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FactBot.Host.Storage.Migrations
{
    /// <inheritdoc />
    public partial class SessionsLeft : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SessionsLeft",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Shards = table.Column<int>(type: "INTEGER", nullable: false),
                    Session_Id = table.Column<string>(type: "TEXT", nullable: false),
                    Session_Ready = table.Column<string>(type: "TEXT", nullable: false),
                    Session_ResumeUrl = table.Column<string>(type: "TEXT", nullable: false),
                    Session_Sequence = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SessionsLeft", x => x.Id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SessionsLeft");
        }
    }
}
