using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FactBot.Host.Storage.Migrations
{
    /// <inheritdoc />
    public partial class PostsInThreads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ThreadOf",
                table: "Posts",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ThreadOf",
                table: "Posts");
        }
    }
}
