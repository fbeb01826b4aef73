using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FactBot.Host.Storage.Migrations
{
    /// <inheritdoc />
    public partial class RoundsKeepRules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "NamesDissenters",
                table: "Verdicts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Round",
                table: "Verdicts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            // A verdict rests on the last round that had been voted in when it was given.
            migrationBuilder.Sql("""
                UPDATE "Verdicts" SET "Round" = coalesce((
                    SELECT max(b."Round") FROM "Ballots" b WHERE b."ClaimId" = "Verdicts"."ClaimId" AND b."CastAt" <= "Verdicts"."GivenAt"), 1)
                """);

            migrationBuilder.AddColumn<string>(
                name: "RoundRules_Agreement",
                table: "Claims",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "RoundRules_NamesDissenters",
                table: "Claims",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "RoundRules_SourcesNeeded",
                table: "Claims",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "RoundRules_VotesNeeded",
                table: "Claims",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "NamesDissenters",
                table: "Verdicts");

            migrationBuilder.DropColumn(
                name: "Round",
                table: "Verdicts");

            migrationBuilder.DropColumn(
                name: "RoundRules_Agreement",
                table: "Claims");

            migrationBuilder.DropColumn(
                name: "RoundRules_NamesDissenters",
                table: "Claims");

            migrationBuilder.DropColumn(
                name: "RoundRules_SourcesNeeded",
                table: "Claims");

            migrationBuilder.DropColumn(
                name: "RoundRules_VotesNeeded",
                table: "Claims");
        }
    }
}
