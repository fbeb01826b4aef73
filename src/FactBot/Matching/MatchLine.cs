using FactBot.Chat;
using FactBot.Claims;
using FactBot.Domain.Claims;
using FactBot.Domain.Verdicts;
using FactBot.Text.Characters;
using FactBot.Text.Matching;
using FactBot.Verdicts;

namespace FactBot.Matching;

/// <summary>An earlier claim in a few short lines: its text, how it differs, and its outcome.</summary>
internal static class MatchLine
{
    private const int MostDifferences = 3;

    public static Words Of(ClaimMatch match, DateTimeOffset now)
    {
        var claim = match.Claim;
        Words outcome = VerdictOf(claim, now) is { } verdict
            ? (Words)$"**{verdict.RatingName}**, {verdict.PublishedAt:D}: {Clip.To(verdict.Summary, 150)}"
            : claim is { Stage: Stage.Rejected, RejectedFor: { } reason }
            ? (Words)$"*Rejected*: {Clip.To(reason, 100)}"
            : claim.Stage == Stage.Withdrawn ? (Words)$"*Withdrawn* by the person who submitted it; submit it again to have it checked"
            : claim.Stage == Stage.Split ? (Words)$"*Split* into {string.Join(", ", claim.Parts.Select(p => $"#{p}"))}"
            : $"*{claim.Stage}*, no verdict yet";
        Words[] differences = match.Differences.Count == 0 ? [] : [$"≠ {Words.Join("; ", match.Differences.Take(MostDifferences).Select(Told))}"];
        return Words.Join("\n", [$"**{claim.Name}** {Clip.To(claim.Text, 150)}", .. differences, $"→ {outcome}"]);
    }

    /// <summary>Says how the two differ.</summary>
    internal static Words Told(Difference difference) => (difference.Yours, difference.There) switch
    {
        (null, null) => $"the same words, but in another order",
        (null, { } there) => $"there: “{there}”, and yours does not say so",
        ({ } yours, null) => $"you: “{yours}”, and there it is not said",
        var (yours, there) => $"you: {yours}, there: {there}",
    };

    /// <summary>Returns the verdict in force; null if there is none.</summary>
    public static Verdict? VerdictOf(Claim claim, DateTimeOffset now) =>
        claim.Verdicts.AsQueryable().FirstOrDefault(Verdict.IsInForce(now));

    /// <summary>Makes a button to the claim's verdict, or to the claim if it has none.</summary>
    public static Button ButtonFor(ClaimMatch match, DateTimeOffset now) => VerdictOf(match.Claim, now) is not null
        ? new Button($"Verdict on {match.Claim.Name}", ShowVerdict.Spec.Name, ("claim", match.Claim.Name))
        : new Button($"Show {match.Claim.Name}", ShowClaim.Spec.Name, ("claim", match.Claim.Name));
}
