using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FactBot.Host.Storage.Migrations
{
    /// <inheritdoc />
    public partial class QuotasAndThreads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Quotas_Articles",
                table: "Teams",
                type: "INTEGER",
                nullable: false,
                defaultValue: 200);

            migrationBuilder.AddColumn<int>(
                name: "Quotas_Claims",
                table: "Teams",
                type: "INTEGER",
                nullable: false,
                defaultValue: 200);

            migrationBuilder.AddColumn<int>(
                name: "Quotas_Commands",
                table: "Teams",
                type: "INTEGER",
                nullable: false,
                defaultValue: 500);

            migrationBuilder.AddColumn<int>(
                name: "Quotas_Sources",
                table: "Teams",
                type: "INTEGER",
                nullable: false,
                defaultValue: 200);

            migrationBuilder.AddColumn<bool>(
                name: "WantsThread",
                table: "Posts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "QuotaUses",
                columns: table => new
                {
                    TeamId = table.Column<long>(type: "INTEGER", nullable: false),
                    Person = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Used = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuotaUses", x => new { x.TeamId, x.Person, x.Kind });
                    table.ForeignKey(
                        name: "FK_QuotaUses_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "QuotaUses");

            migrationBuilder.DropColumn(
                name: "Quotas_Articles",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "Quotas_Claims",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "Quotas_Commands",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "Quotas_Sources",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "WantsThread",
                table: "Posts");
        }
    }
}
