using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FactBot.Host.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Identifies",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Identifies", x => x.Id);
                });

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

            migrationBuilder.CreateTable(
                name: "PageTries",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<long>(type: "INTEGER", nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    NextAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PageTries", x => new { x.Kind, x.Subject });
                });

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

            migrationBuilder.CreateTable(
                name: "Teams",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    ReviewChannel = table.Column<long>(type: "INTEGER", nullable: false),
                    VerdictChannel = table.Column<long>(type: "INTEGER", nullable: false),
                    DigestChannel = table.Column<long>(type: "INTEGER", nullable: false),
                    ReviewerRole = table.Column<long>(type: "INTEGER", nullable: false),
                    EditorRole = table.Column<long>(type: "INTEGER", nullable: false),
                    Zone = table.Column<string>(type: "TEXT", nullable: false),
                    Digests_Time = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Digests_Days = table.Column<string>(type: "TEXT", nullable: false),
                    Digests_Weekly = table.Column<string>(type: "TEXT", nullable: true),
                    Digests_Role = table.Column<long>(type: "INTEGER", nullable: true),
                    Digests_From = table.Column<long>(type: "INTEGER", nullable: false),
                    Digests_ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Digests_TellsQuietDays = table.Column<bool>(type: "INTEGER", nullable: false),
                    QuietHours = table.Column<string>(type: "TEXT", nullable: true),
                    SetUpAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Scale = table.Column<string>(type: "TEXT", nullable: false),
                    Rules_NeedsTriage = table.Column<bool>(type: "INTEGER", nullable: false),
                    Rules_Quorum = table.Column<int>(type: "INTEGER", nullable: false),
                    Rules_Agreement = table.Column<string>(type: "TEXT", nullable: false),
                    Rules_SourcesNeeded = table.Column<int>(type: "INTEGER", nullable: false),
                    Rules_HoursToReview = table.Column<int>(type: "INTEGER", nullable: false),
                    Rules_HoursIfBreaking = table.Column<int>(type: "INTEGER", nullable: false),
                    Rules_HoursIfSlow = table.Column<int>(type: "INTEGER", nullable: false),
                    Rules_HoldHours = table.Column<int>(type: "INTEGER", nullable: false),
                    Rules_ShelfLifeDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Rules_NamesDissenters = table.Column<bool>(type: "INTEGER", nullable: false),
                    Rules_TwoPeople = table.Column<bool>(type: "INTEGER", nullable: false),
                    Keeps_Pages = table.Column<int>(type: "INTEGER", nullable: false),
                    Keeps_Messages = table.Column<int>(type: "INTEGER", nullable: false),
                    Keeps_Offers = table.Column<int>(type: "INTEGER", nullable: false),
                    Keeps_Reasons = table.Column<int>(type: "INTEGER", nullable: false),
                    Quotas_Claims = table.Column<int>(type: "INTEGER", nullable: false),
                    Quotas_Articles = table.Column<int>(type: "INTEGER", nullable: false),
                    Quotas_Sources = table.Column<int>(type: "INTEGER", nullable: false),
                    Quotas_Commands = table.Column<int>(type: "INTEGER", nullable: false),
                    FormerMembers = table.Column<int>(type: "INTEGER", nullable: false),
                    LastClaimNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    LastArticleNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    AuditLength = table.Column<int>(type: "INTEGER", nullable: false),
                    AuditHead = table.Column<string>(type: "TEXT", nullable: false),
                    AuditAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    NextLookAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Teams", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Articles",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TeamId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Url = table.Column<string>(type: "TEXT", nullable: true),
                    AddressKey = table.Column<string>(type: "TEXT", nullable: true),
                    Publisher = table.Column<string>(type: "TEXT", nullable: true),
                    Byline = table.Column<string>(type: "TEXT", nullable: true),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Language = table.Column<string>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    ContentHash = table.Column<string>(type: "TEXT", nullable: false),
                    Fingerprint = table.Column<long>(type: "INTEGER", nullable: false),
                    ETag = table.Column<string>(type: "TEXT", nullable: true),
                    LastModified = table.Column<string>(type: "TEXT", nullable: true),
                    CheckedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AddedBy = table.Column<long>(type: "INTEGER", nullable: false),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Articles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Articles_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Audit",
                columns: table => new
                {
                    TeamId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Who = table.Column<long>(type: "INTEGER", nullable: true),
                    WhoSalt = table.Column<string>(type: "TEXT", nullable: true),
                    WhoHash = table.Column<string>(type: "TEXT", nullable: true),
                    Action = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    RequestId = table.Column<string>(type: "TEXT", nullable: true),
                    Details = table.Column<string>(type: "TEXT", nullable: true),
                    DetailsHash = table.Column<string>(type: "TEXT", nullable: true),
                    Previous = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Audit", x => new { x.TeamId, x.Number });
                    table.ForeignKey(
                        name: "FK_Audit_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Digests",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TeamId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Reader = table.Column<long>(type: "INTEGER", nullable: true),
                    Due = table.Column<long>(type: "INTEGER", nullable: false),
                    From = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Digests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Digests_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DuplicateSuggestions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TeamId = table.Column<long>(type: "INTEGER", nullable: false),
                    Person = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Article = table.Column<int>(type: "INTEGER", nullable: true),
                    Claimant = table.Column<string>(type: "TEXT", nullable: true),
                    SaidOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Offered = table.Column<int>(type: "INTEGER", nullable: false),
                    Features = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    IsSame = table.Column<bool>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DuplicateSuggestions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DuplicateSuggestions_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                name: "Posts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TeamId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<long>(type: "INTEGER", nullable: false),
                    ThreadOf = table.Column<long>(type: "INTEGER", nullable: true),
                    Channel = table.Column<long>(type: "INTEGER", nullable: false),
                    Message = table.Column<long>(type: "INTEGER", nullable: true),
                    WantsThread = table.Column<bool>(type: "INTEGER", nullable: false),
                    Thread = table.Column<long>(type: "INTEGER", nullable: true),
                    Wanted = table.Column<int>(type: "INTEGER", nullable: false),
                    Shown = table.Column<int>(type: "INTEGER", nullable: false),
                    Copies = table.Column<int>(type: "INTEGER", nullable: false),
                    TriedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ThreadsLost = table.Column<int>(type: "INTEGER", nullable: false),
                    FailedTries = table.Column<int>(type: "INTEGER", nullable: false),
                    NextTryAt = table.Column<long>(type: "INTEGER", nullable: false),
                    NextThreadTryAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Trouble = table.Column<string>(type: "TEXT", nullable: true),
                    Cause = table.Column<string>(type: "TEXT", nullable: true),
                    FormerChannel = table.Column<long>(type: "INTEGER", nullable: true),
                    FormerMessage = table.Column<long>(type: "INTEGER", nullable: true),
                    NextMarkTryAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Names = table.Column<string>(type: "TEXT", nullable: true),
                    ErasedBy = table.Column<long>(type: "INTEGER", nullable: true),
                    ThreadErasedBy = table.Column<long>(type: "INTEGER", nullable: true),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: true, computedColumnSql: "CASE WHEN \"Shown\" < \"Wanted\" OR (\"ErasedBy\" IS NOT NULL AND \"FormerMessage\" IS NULL) THEN \"NextTryAt\"\nWHEN \"Message\" IS NOT NULL THEN max(\"NextTryAt\", nullif(min(\n    CASE WHEN (\"WantsThread\" AND \"Thread\" IS NULL) OR \"ThreadErasedBy\" IS NOT NULL THEN \"NextThreadTryAt\" ELSE 9000000000000000 END,\n    CASE WHEN \"FormerMessage\" IS NOT NULL THEN \"NextMarkTryAt\" ELSE 9000000000000000 END), 9000000000000000)) END", stored: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Posts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Posts_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

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

            migrationBuilder.CreateTable(
                name: "Reviewers",
                columns: table => new
                {
                    TeamId = table.Column<long>(type: "INTEGER", nullable: false),
                    Person = table.Column<long>(type: "INTEGER", nullable: false),
                    HasRole = table.Column<bool>(type: "INTEGER", nullable: false),
                    Topics = table.Column<string>(type: "TEXT", nullable: false),
                    AwayUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    ServedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    WantsDigest = table.Column<bool>(type: "INTEGER", nullable: false)
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
                name: "SuggestionFeedback",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TeamId = table.Column<long>(type: "INTEGER", nullable: false),
                    Sentence = table.Column<string>(type: "TEXT", nullable: false),
                    IsTicked = table.Column<bool>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SuggestionFeedback", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SuggestionFeedback_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Wordings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TeamId = table.Column<long>(type: "INTEGER", nullable: false),
                    Claim = table.Column<int>(type: "INTEGER", nullable: false),
                    Person = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Wordings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Wordings_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ArticleRevisions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TeamId = table.Column<long>(type: "INTEGER", nullable: false),
                    ArticleId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    ReplacedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ArticleRevisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ArticleRevisions_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ArticleRevisions_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Claims",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TeamId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Claimant = table.Column<string>(type: "TEXT", nullable: true),
                    SaidOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Appearance_ArticleId = table.Column<long>(type: "INTEGER", nullable: true),
                    Appearance_ArticleNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    Appearance_Exact = table.Column<string>(type: "TEXT", nullable: true),
                    Appearance_Prefix = table.Column<string>(type: "TEXT", nullable: true),
                    Appearance_Suffix = table.Column<string>(type: "TEXT", nullable: true),
                    Appearance_Start = table.Column<int>(type: "INTEGER", nullable: true),
                    Appearance_End = table.Column<int>(type: "INTEGER", nullable: true),
                    Appearance_Before = table.Column<string>(type: "TEXT", nullable: true),
                    SubmittedBy = table.Column<long>(type: "INTEGER", nullable: false),
                    SubmittedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", nullable: false),
                    Priority = table.Column<string>(type: "TEXT", nullable: false),
                    Topics = table.Column<string>(type: "TEXT", nullable: false),
                    RejectedFor = table.Column<string>(type: "TEXT", nullable: true),
                    DuplicateOf = table.Column<int>(type: "INTEGER", nullable: true),
                    PartOf = table.Column<int>(type: "INTEGER", nullable: true),
                    Parts = table.Column<string>(type: "TEXT", nullable: false),
                    ReopenedFor = table.Column<string>(type: "TEXT", nullable: true),
                    Scale = table.Column<string>(type: "TEXT", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    RoundRules_VotesNeeded = table.Column<int>(type: "INTEGER", nullable: true),
                    RoundRules_Agreement = table.Column<string>(type: "TEXT", nullable: true),
                    RoundRules_SourcesNeeded = table.Column<int>(type: "INTEGER", nullable: true),
                    RoundRules_NamesDissenters = table.Column<bool>(type: "INTEGER", nullable: true),
                    AgreedRating = table.Column<string>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    NextLookAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Proposal = table.Column<string>(type: "TEXT", nullable: true),
                    Recusals = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Claims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Claims_Articles_Appearance_ArticleId",
                        column: x => x.Appearance_ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Claims_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Assignments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Reviewer = table.Column<long>(type: "INTEGER", nullable: false),
                    AssignedBy = table.Column<long>(type: "INTEGER", nullable: false),
                    AssignedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Due = table.Column<long>(type: "INTEGER", nullable: false),
                    HalfTime = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ClaimId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Assignments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Assignments_Claims_ClaimId",
                        column: x => x.ClaimId,
                        principalTable: "Claims",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Ballots",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Reviewer = table.Column<long>(type: "INTEGER", nullable: false),
                    Rating = table.Column<string>(type: "TEXT", nullable: false),
                    Confidence = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    CastAt = table.Column<long>(type: "INTEGER", nullable: false),
                    IsSetAside = table.Column<bool>(type: "INTEGER", nullable: false),
                    ClaimId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Ballots", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Ballots_Claims_ClaimId",
                        column: x => x.ClaimId,
                        principalTable: "Claims",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Sources",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Url = table.Column<string>(type: "TEXT", nullable: false),
                    Publisher = table.Column<string>(type: "TEXT", nullable: true),
                    Quote = table.Column<string>(type: "TEXT", nullable: true),
                    Stance = table.Column<string>(type: "TEXT", nullable: false),
                    Author = table.Column<long>(type: "INTEGER", nullable: true),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AddedBy = table.Column<long>(type: "INTEGER", nullable: false),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    StruckFor = table.Column<string>(type: "TEXT", nullable: true),
                    StruckBy = table.Column<long>(type: "INTEGER", nullable: true),
                    StruckAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Archive_At = table.Column<long>(type: "INTEGER", nullable: true),
                    Archive_Hash = table.Column<string>(type: "TEXT", nullable: true),
                    Archive_Length = table.Column<int>(type: "INTEGER", nullable: true),
                    Archive_WhyNot = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimId = table.Column<long>(type: "INTEGER", nullable: false),
                    Edits = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sources", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Sources_Claims_ClaimId",
                        column: x => x.ClaimId,
                        principalTable: "Claims",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Upvotes",
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
                    table.PrimaryKey("PK_Upvotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Upvotes_Claims_ClaimId",
                        column: x => x.ClaimId,
                        principalTable: "Claims",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Verdicts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    NamesDissenters = table.Column<bool>(type: "INTEGER", nullable: true),
                    Rating = table.Column<string>(type: "TEXT", nullable: false),
                    RatingName = table.Column<string>(type: "TEXT", nullable: false),
                    Summary = table.Column<string>(type: "TEXT", nullable: false),
                    Explanation = table.Column<string>(type: "TEXT", nullable: false),
                    DecidedFor = table.Column<string>(type: "TEXT", nullable: true),
                    CorrectedFor = table.Column<string>(type: "TEXT", nullable: true),
                    PublishedBy = table.Column<long>(type: "INTEGER", nullable: false),
                    ApprovedBy = table.Column<long>(type: "INTEGER", nullable: true),
                    GivenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RecheckOn = table.Column<long>(type: "INTEGER", nullable: true),
                    RecheckedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReplacedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RetractedFor = table.Column<string>(type: "TEXT", nullable: true),
                    RetractedBy = table.Column<long>(type: "INTEGER", nullable: true),
                    RetractedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    ClaimId = table.Column<long>(type: "INTEGER", nullable: false),
                    Dissents = table.Column<string>(type: "TEXT", nullable: true),
                    Sources = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Verdicts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Verdicts_Claims_ClaimId",
                        column: x => x.ClaimId,
                        principalTable: "Claims",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ArticleRevisions_ArticleId_Number",
                table: "ArticleRevisions",
                columns: new[] { "ArticleId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ArticleRevisions_TeamId",
                table: "ArticleRevisions",
                column: "TeamId");

            migrationBuilder.CreateIndex(
                name: "IX_Articles_TeamId_AddressKey",
                table: "Articles",
                columns: new[] { "TeamId", "AddressKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Articles_TeamId_ContentHash",
                table: "Articles",
                columns: new[] { "TeamId", "ContentHash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Articles_TeamId_Number",
                table: "Articles",
                columns: new[] { "TeamId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_ClaimId",
                table: "Assignments",
                column: "ClaimId");

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_Reviewer_State",
                table: "Assignments",
                columns: new[] { "Reviewer", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_State_HalfTime",
                table: "Assignments",
                columns: new[] { "State", "HalfTime" });

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_State_Due",
                table: "Assignments",
                columns: new[] { "State", "Due" });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_TeamId_At",
                table: "Audit",
                columns: new[] { "TeamId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_TeamId_RequestId",
                table: "Audit",
                columns: new[] { "TeamId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Audit_TeamId_Subject_Number",
                table: "Audit",
                columns: new[] { "TeamId", "Subject", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Ballots_ClaimId",
                table: "Ballots",
                column: "ClaimId");

            migrationBuilder.CreateIndex(
                name: "IX_Ballots_ClaimId_Round_Reviewer",
                table: "Ballots",
                columns: new[] { "ClaimId", "Round", "Reviewer" },
                unique: true,
                filter: "\"IsSetAside\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_Ballots_CastAt",
                table: "Ballots",
                column: "CastAt");

            migrationBuilder.CreateIndex(
                name: "IX_Claims_Appearance_ArticleId",
                table: "Claims",
                column: "Appearance_ArticleId");

            migrationBuilder.CreateIndex(
                name: "IX_Claims_NextLookAt",
                table: "Claims",
                column: "NextLookAt",
                filter: "\"NextLookAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Claims_TeamId_Number",
                table: "Claims",
                columns: new[] { "TeamId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Claims_TeamId_Stage_Number",
                table: "Claims",
                columns: new[] { "TeamId", "Stage", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Claims_TeamId_Priority_Number",
                table: "Claims",
                columns: new[] { "TeamId", "Priority", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Claims_TeamId_SubmittedAt_Number",
                table: "Claims",
                columns: new[] { "TeamId", "SubmittedAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Digests_TeamId_Key",
                table: "Digests",
                columns: new[] { "TeamId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Digests_TeamId_Kind_Due",
                table: "Digests",
                columns: new[] { "TeamId", "Kind", "Due" });

            migrationBuilder.CreateIndex(
                name: "IX_DuplicateSuggestions_TeamId",
                table: "DuplicateSuggestions",
                column: "TeamId");

            migrationBuilder.CreateIndex(
                name: "IX_Posts_DueAt",
                table: "Posts",
                column: "DueAt",
                filter: "\"DueAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Posts_Kind_Subject",
                table: "Posts",
                columns: new[] { "Kind", "Subject" });

            migrationBuilder.CreateIndex(
                name: "IX_Posts_TeamId_Kind_Subject",
                table: "Posts",
                columns: new[] { "TeamId", "Kind", "Subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sources_ClaimId_Number",
                table: "Sources",
                columns: new[] { "ClaimId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SuggestionFeedback_TeamId",
                table: "SuggestionFeedback",
                column: "TeamId");

            migrationBuilder.CreateIndex(
                name: "IX_Teams_NextLookAt",
                table: "Teams",
                column: "NextLookAt",
                filter: "\"NextLookAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Upvotes_ClaimId_Person",
                table: "Upvotes",
                columns: new[] { "ClaimId", "Person" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Verdicts_ClaimId_Version",
                table: "Verdicts",
                columns: new[] { "ClaimId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Verdicts_PublishedAt",
                table: "Verdicts",
                column: "PublishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Verdicts_RecheckOn",
                table: "Verdicts",
                column: "RecheckOn");

            migrationBuilder.CreateIndex(
                name: "IX_Verdicts_RetractedAt",
                table: "Verdicts",
                column: "RetractedAt",
                filter: "\"RetractedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Wordings_TeamId_Claim",
                table: "Wordings",
                columns: new[] { "TeamId", "Claim" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ArticleRevisions");

            migrationBuilder.DropTable(
                name: "Assignments");

            migrationBuilder.DropTable(
                name: "Audit");

            migrationBuilder.DropTable(
                name: "Ballots");

            migrationBuilder.DropTable(
                name: "Digests");

            migrationBuilder.DropTable(
                name: "DuplicateSuggestions");

            migrationBuilder.DropTable(
                name: "Identifies");

            migrationBuilder.DropTable(
                name: "KeptMessages");

            migrationBuilder.DropTable(
                name: "KeptTexts");

            migrationBuilder.DropTable(
                name: "OpenErasures");

            migrationBuilder.DropTable(
                name: "PageTries");

            migrationBuilder.DropTable(
                name: "Posts");

            migrationBuilder.DropTable(
                name: "QuotaUses");

            migrationBuilder.DropTable(
                name: "Reviewers");

            migrationBuilder.DropTable(
                name: "SessionsLeft");

            migrationBuilder.DropTable(
                name: "SetupDrafts");

            migrationBuilder.DropTable(
                name: "Sources");

            migrationBuilder.DropTable(
                name: "SuggestionFeedback");

            migrationBuilder.DropTable(
                name: "Upvotes");

            migrationBuilder.DropTable(
                name: "Verdicts");

            migrationBuilder.DropTable(
                name: "Wordings");

            migrationBuilder.DropTable(
                name: "Claims");

            migrationBuilder.DropTable(
                name: "Articles");

            migrationBuilder.DropTable(
                name: "Teams");
        }
    }
}
