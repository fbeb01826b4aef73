using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FactBot.Host.Storage.Migrations
{
    /// <inheritdoc />
    public partial class ClosedChannels : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsChannelClosed",
                table: "Posts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "IsChannelClosed",
                table: "Posts");
        }
    }
}
