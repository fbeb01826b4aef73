using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FactBot.Host.Storage.Migrations
{
    /// <inheritdoc />
    public partial class DigestPlans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "DigestsFrom",
                table: "Teams",
                newName: "Digests_From");

            migrationBuilder.AddColumn<bool>(
                name: "Digests_TellsQuietDays",
                table: "Teams",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.RenameColumn(
                name: "DigestTime",
                table: "Teams",
                newName: "Digests_Time");

            migrationBuilder.DropColumn(
                name: "IsChannelClosed",
                table: "Posts");

            migrationBuilder.AddColumn<int>(
                name: "ThreadsLost",
                table: "Posts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "Digests_ChangedAt",
                table: "Teams",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Digests_Days",
                table: "Teams",
                type: "TEXT",
                nullable: false,
                defaultValue: "All");

            migrationBuilder.AddColumn<long>(
                name: "Digests_Role",
                table: "Teams",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Digests_Weekly",
                table: "Teams",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "QuietHours",
                table: "Teams",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "WantsDigest",
                table: "Reviewers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Cause",
                table: "Posts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "FormerChannel",
                table: "Posts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "FormerMessage",
                table: "Posts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "NextMarkTryAt",
                table: "Posts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "Due",
                table: "Digests",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Digests",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "Reader",
                table: "Digests",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "HalfTime",
                table: "Assignments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateIndex(
                name: "IX_Digests_TeamId_Kind_Due",
                table: "Digests",
                columns: new[] { "TeamId", "Kind", "Due" });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_TeamId_At",
                table: "Audit",
                columns: new[] { "TeamId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_State_HalfTime",
                table: "Assignments",
                columns: new[] { "State", "HalfTime" });

            migrationBuilder.Sql("UPDATE Digests SET Due = Until, Kind = CASE WHEN Key LIKE 'asked %' THEN 'AskedFor' ELSE 'Daily' END;");
            migrationBuilder.Sql("UPDATE Assignments SET HalfTime = AssignedAt + (Due - AssignedAt) / 2;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Digests_TeamId_Kind_Due",
                table: "Digests");

            migrationBuilder.DropIndex(
                name: "IX_Audit_TeamId_At",
                table: "Audit");

            migrationBuilder.DropIndex(
                name: "IX_Assignments_State_HalfTime",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "Digests_ChangedAt",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "Digests_Days",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "Digests_TellsQuietDays",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "Digests_Role",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "Digests_Weekly",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "QuietHours",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "WantsDigest",
                table: "Reviewers");

            migrationBuilder.DropColumn(
                name: "Cause",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "FormerChannel",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "FormerMessage",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "NextMarkTryAt",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "Due",
                table: "Digests");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Digests");

            migrationBuilder.DropColumn(
                name: "Reader",
                table: "Digests");

            migrationBuilder.DropColumn(
                name: "HalfTime",
                table: "Assignments");

            migrationBuilder.RenameColumn(
                name: "Digests_Time",
                table: "Teams",
                newName: "DigestTime");

            migrationBuilder.RenameColumn(
                name: "Digests_From",
                table: "Teams",
                newName: "DigestsFrom");

            migrationBuilder.DropColumn(
                name: "ThreadsLost",
                table: "Posts");

            migrationBuilder.AddColumn<bool>(
                name: "IsChannelClosed",
                table: "Posts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }
    }
}
