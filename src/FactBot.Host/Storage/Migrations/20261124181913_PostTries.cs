using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FactBot.Host.Storage.Migrations
{
    /// <inheritdoc />
    public partial class PostTries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "TriedAt",
                table: "Posts",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "TriedAt",
                table: "Posts");
        }
    }
}
