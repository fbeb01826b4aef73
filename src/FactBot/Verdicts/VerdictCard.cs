using FactBot.Articles;
using FactBot.Chat;
using FactBot.Claims;
using FactBot.Evidence;
using FactBot.Teams;

namespace FactBot.Verdicts;

/// <summary>A verdict as it is published.</summary>
internal static class VerdictCard
{
    public static Card Of(Claim claim, Verdict verdict, RatingScale scale) =>
        new($"{claim.Name} · {scale.NameOf(verdict.Rating)}")
        {
            Text = $"> {Clip.To(claim.Text, 500)}\n{SaidBy(claim)}\n**{verdict.Summary}**\n\n{verdict.Explanation}",
            Tone = CardTone.Good,
            Fields = [.. FieldsOf(verdict, scale)],
            Footer = $"{Count.Of(claim.BallotsOfRound.Count(), "vote")} in the last round · version {verdict.Version}",
        };

    private static Words SaidBy(Claim claim) => claim switch
    {
        { Claimant: { } who, SaidOn: { } day } => $"— {who}, {day:yyyy-MM-dd}\n",
        { Claimant: { } who } => $"— {who}\n",
        { SaidOn: { } day } => $"— said on {day:yyyy-MM-dd}\n",
        _ => $"",
    };

    private static IEnumerable<CardField> FieldsOf(Verdict verdict, RatingScale scale)
    {
        if (verdict.DecidedFor is { } reason)
        {
            yield return new($"Decided by an editor, because", Words.Of(Clip.To(reason, 500)));
        }

        if (verdict.Dissents.Count > 0)
        {
            yield return new($"Dissent", Words.Join("\n", verdict.Dissents
                .Select<Dissent, Words>(d => $"**{scale.NameOf(d.Rating)}**: {Clip.To(d.Reason, 300)}")));
        }

        yield return new($"Sources", Words.Join("\n", verdict.Sources
            .Select(s => SourceLine.Of(s.Number, s.Url, WebAddress.SiteOf(s.Url), s.Stance, s.Publisher))));
    }
}
