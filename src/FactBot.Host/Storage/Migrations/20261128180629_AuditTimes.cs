using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FactBot.Host.Storage.Migrations
{
    /// <inheritdoc />
    public partial class AuditTimes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "AuditAt",
                table: "Teams",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.Sql(
                "UPDATE \"Teams\" SET \"AuditAt\" = (SELECT max(\"At\") FROM \"Audit\" WHERE \"Audit\".\"TeamId\" = \"Teams\".\"Id\")");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "AuditAt",
                table: "Teams");
        }
    }
}
