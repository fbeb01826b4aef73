using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FactBot.Host.Storage.Migrations
{
    /// <inheritdoc />
    public partial class WholeReview : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Ballots_ClaimId_Round_Reviewer",
                table: "Ballots");

            migrationBuilder.RenameColumn(
                name: "IsReplaced",
                table: "Ballots",
                newName: "IsSetAside");

            migrationBuilder.AddColumn<long>(
                name: "ApprovedBy",
                table: "Verdicts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CorrectedFor",
                table: "Verdicts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "GivenAt",
                table: "Verdicts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "RatingName",
                table: "Verdicts",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "RecheckOn",
                table: "Verdicts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RecheckedAt",
                table: "Verdicts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ReplacedAt",
                table: "Verdicts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RetractedAt",
                table: "Verdicts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RetractedBy",
                table: "Verdicts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RetractedFor",
                table: "Verdicts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "Verdicts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "Rules_Agreement",
                table: "Teams",
                type: "TEXT",
                nullable: false,
                defaultValue: "TwoThirds");

            migrationBuilder.AddColumn<int>(
                name: "Rules_HoldHours",
                table: "Teams",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Rules_HoursIfBreaking",
                table: "Teams",
                type: "INTEGER",
                nullable: false,
                defaultValue: 4);

            migrationBuilder.AddColumn<int>(
                name: "Rules_HoursIfSlow",
                table: "Teams",
                type: "INTEGER",
                nullable: false,
                defaultValue: 168);

            migrationBuilder.AddColumn<bool>(
                name: "Rules_NamesDissenters",
                table: "Teams",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "Rules_NeedsTriage",
                table: "Teams",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<int>(
                name: "Rules_ShelfLifeDays",
                table: "Teams",
                type: "INTEGER",
                nullable: false,
                defaultValue: 180);

            migrationBuilder.AddColumn<long>(
                name: "Archive_At",
                table: "Sources",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Archive_Hash",
                table: "Sources",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Archive_Length",
                table: "Sources",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Archive_WhyNot",
                table: "Sources",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Author",
                table: "Sources",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Edits",
                table: "Sources",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "StruckAt",
                table: "Sources",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "StruckBy",
                table: "Sources",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StruckFor",
                table: "Sources",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "WrittenAt",
                table: "Sources",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Correction",
                table: "Claims",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PartOf",
                table: "Claims",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Parts",
                table: "Claims",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Priority",
                table: "Claims",
                type: "TEXT",
                nullable: false,
                defaultValue: "Normal");

            migrationBuilder.AddColumn<string>(
                name: "Recusals",
                table: "Claims",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReopenedFor",
                table: "Claims",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Scale",
                table: "Claims",
                type: "TEXT",
                nullable: false,
                defaultValue: "default");

            migrationBuilder.AddColumn<string>(
                name: "Topics",
                table: "Claims",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Details",
                table: "Audit",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DetailsHash",
                table: "Audit",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ClosedAt",
                table: "Assignments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "Assignments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Round",
                table: "Assignments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateTable(
                name: "KeptMessages",
                columns: table => new
                {
                    TeamId = table.Column<long>(type: "INTEGER", nullable: false),
                    Message = table.Column<long>(type: "INTEGER", nullable: false),
                    Channel = table.Column<long>(type: "INTEGER", nullable: false),
                    Author = table.Column<long>(type: "INTEGER", nullable: false),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Url = table.Column<string>(type: "TEXT", nullable: false),
                    KeptAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptMessages", x => new { x.TeamId, x.Message });
                    table.ForeignKey(
                        name: "FK_KeptMessages_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "KeptTexts",
                columns: table => new
                {
                    TeamId = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptTexts", x => new { x.TeamId, x.Hash });
                    table.ForeignKey(
                        name: "FK_KeptTexts_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Reviewers",
                columns: table => new
                {
                    TeamId = table.Column<long>(type: "INTEGER", nullable: false),
                    Person = table.Column<long>(type: "INTEGER", nullable: false),
                    HasRole = table.Column<bool>(type: "INTEGER", nullable: false),
                    Topics = table.Column<string>(type: "TEXT", nullable: false),
                    AwayUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    ServedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reviewers", x => new { x.TeamId, x.Person });
                    table.ForeignKey(
                        name: "FK_Reviewers_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Wants",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Person = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ClaimId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Wants", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Wants_Claims_ClaimId",
                        column: x => x.ClaimId,
                        principalTable: "Claims",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            // What the desk knows already of what it keeps from now on.
            migrationBuilder.Sql("UPDATE Verdicts SET RatingName = Rating, GivenAt = PublishedAt, RecheckOn = PublishedAt + 180 * 86400000");
            migrationBuilder.Sql("UPDATE Assignments SET Round = (SELECT Round FROM Claims WHERE Claims.Id = Assignments.ClaimId)");

            migrationBuilder.CreateIndex(
                name: "IX_Verdicts_RecheckOn",
                table: "Verdicts",
                column: "RecheckOn");

            migrationBuilder.CreateIndex(
                name: "IX_Ballots_ClaimId_Round_Reviewer",
                table: "Ballots",
                columns: new[] { "ClaimId", "Round", "Reviewer" },
                unique: true,
                filter: "\"IsSetAside\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_Wants_ClaimId_Person",
                table: "Wants",
                columns: new[] { "ClaimId", "Person" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "KeptMessages");

            migrationBuilder.DropTable(
                name: "KeptTexts");

            migrationBuilder.DropTable(
                name: "Reviewers");

            migrationBuilder.DropTable(
                name: "Wants");

            migrationBuilder.DropIndex(
                name: "IX_Verdicts_RecheckOn",
                table: "Verdicts");

            migrationBuilder.DropIndex(
                name: "IX_Ballots_ClaimId_Round_Reviewer",
                table: "Ballots");

            migrationBuilder.DropColumn(
                name: "ApprovedBy",
                table: "Verdicts");

            migrationBuilder.DropColumn(
                name: "CorrectedFor",
                table: "Verdicts");

            migrationBuilder.DropColumn(
                name: "GivenAt",
                table: "Verdicts");

            migrationBuilder.DropColumn(
                name: "RatingName",
                table: "Verdicts");

            migrationBuilder.DropColumn(
                name: "RecheckOn",
                table: "Verdicts");

            migrationBuilder.DropColumn(
                name: "RecheckedAt",
                table: "Verdicts");

            migrationBuilder.DropColumn(
                name: "ReplacedAt",
                table: "Verdicts");

            migrationBuilder.DropColumn(
                name: "RetractedAt",
                table: "Verdicts");

            migrationBuilder.DropColumn(
                name: "RetractedBy",
                table: "Verdicts");

            migrationBuilder.DropColumn(
                name: "RetractedFor",
                table: "Verdicts");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "Verdicts");

            migrationBuilder.DropColumn(
                name: "Rules_Agreement",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "Rules_HoldHours",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "Rules_HoursIfBreaking",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "Rules_HoursIfSlow",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "Rules_NamesDissenters",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "Rules_NeedsTriage",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "Rules_ShelfLifeDays",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "Archive_At",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "Archive_Hash",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "Archive_Length",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "Archive_WhyNot",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "Author",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "Edits",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "StruckAt",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "StruckBy",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "StruckFor",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "WrittenAt",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "Correction",
                table: "Claims");

            migrationBuilder.DropColumn(
                name: "PartOf",
                table: "Claims");

            migrationBuilder.DropColumn(
                name: "Parts",
                table: "Claims");

            migrationBuilder.DropColumn(
                name: "Priority",
                table: "Claims");

            migrationBuilder.DropColumn(
                name: "Recusals",
                table: "Claims");

            migrationBuilder.DropColumn(
                name: "ReopenedFor",
                table: "Claims");

            migrationBuilder.DropColumn(
                name: "Scale",
                table: "Claims");

            migrationBuilder.DropColumn(
                name: "Topics",
                table: "Claims");

            migrationBuilder.DropColumn(
                name: "Details",
                table: "Audit");

            migrationBuilder.DropColumn(
                name: "DetailsHash",
                table: "Audit");

            migrationBuilder.DropColumn(
                name: "ClosedAt",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "Round",
                table: "Assignments");

            migrationBuilder.RenameColumn(
                name: "IsSetAside",
                table: "Ballots",
                newName: "IsReplaced");

            migrationBuilder.CreateIndex(
                name: "IX_Ballots_ClaimId_Round_Reviewer",
                table: "Ballots",
                columns: new[] { "ClaimId", "Round", "Reviewer" },
                unique: true,
                filter: "\"IsReplaced\" = 0");
        }
    }
}
