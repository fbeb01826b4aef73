using FactBot.Chat;
using FactBot.Domain.Claims;
using FactBot.Domain.Verdicts;
using FactBot.Evidence;
using FactBot.Teams;
using FactBot.Text.Characters;

namespace FactBot.Verdicts;

/// <summary>A version of a verdict as it is published, with what happened to it since at the top.</summary>
internal static class VerdictCard
{
    public static Card Of(Claim claim, Verdict verdict, RatingScale scale, DateTimeOffset now) =>
        new(TitleOf(claim, verdict, now))
        {
            Text = $"{MarkOn(claim, verdict, now)}> {Clip.To(claim.Text, 500)}\n{SaidBy(claim)}\n**{verdict.Summary}**\n\n{verdict.Explanation}",
            Tone = verdict.RetractedAt is not null ? CardTone.Trouble : verdict.IsReplaced(now) ? CardTone.Neutral : CardTone.Good,
            Fields = [.. FieldsOf(verdict, scale)],
            Footer = FooterOf(claim, verdict),
        };

    /// <summary>Returns the card's version: it rises with the verdict's revision, and when a later version replaces it.</summary>
    public static int RevisionOf(Verdict verdict, DateTimeOffset now) => verdict.Revision + (verdict.IsReplaced(now) ? 1 : 0);

    private static Words TitleOf(Claim claim, Verdict verdict, DateTimeOffset now) => verdict switch
    {
        { RetractedAt: not null } => $"{claim.Name} · Retracted",
        _ when verdict.IsReplaced(now) => $"{claim.Name} · Corrected",
        _ => $"{claim.Name} · {verdict.RatingName}",
    };

    private static Words MarkOn(Claim claim, Verdict verdict, DateTimeOffset now)
    {
        var next = claim.Verdicts.Where(v => v.Version > verdict.Version && v.IsOut(now)).MinBy(v => v.Version);
        return verdict switch
        {
            { RetractedFor: { } reason, RetractedAt: { } at } =>
                $"**This verdict was retracted {at:D}: {reason}** It had said {verdict.RatingName}.\n\n",
            { ReplacedAt: { } at } when next?.CorrectedFor is { } reason =>
                $"**This verdict was corrected {at:D} and is {next.RatingName} now: {reason}** This is version {verdict.Version}, which had said {verdict.RatingName}; {new CommandName("verdict show")} has the latest.\n\n",
            { ReplacedAt: { } at } when next is not null =>
                $"**This claim was checked again {at:D} and is {next.RatingName} now.** This is version {verdict.Version}, which had said {verdict.RatingName}; {new CommandName("verdict show")} has the latest.\n\n",
            _ => $"",
        };
    }

    private static Words FooterOf(Claim claim, Verdict verdict)
    {
        Words recheck = verdict.RecheckedAt is { } at ? (Words)$" · checked again on {at:yyyy-MM-dd}, and it holds" : $"";
        return $"{Count.Of(claim.Ballots.Count(b => b.Round == verdict.Round && !b.IsSetAside), "vote")} in its round · version {verdict.Version}{recheck}";
    }

    private static Words SaidBy(Claim claim) => claim switch
    {
        { Claimant: { } who, SaidOn: { } day } => $"— {who}, {day:yyyy-MM-dd}\n",
        { Claimant: { } who } => $"— {who}\n",
        { SaidOn: { } day } => $"— said on {day:yyyy-MM-dd}\n",
        _ => $"",
    };

    private static IEnumerable<CardField> FieldsOf(Verdict verdict, RatingScale scale)
    {
        if (verdict.CorrectedFor is { } correction)
        {
            yield return new($"Corrected, because", Words.Of(Clip.To(correction, 500)));
        }

        if (verdict.DecidedFor is { } reason)
        {
            yield return new($"Decided by an editor, because", Words.Of(Clip.To(reason, 500)));
        }

        if (verdict.Dissents.Count > 0)
        {
            yield return new($"Dissent", Words.Join("\n", verdict.Dissents.Select(d => LineOf(d, scale))));
        }

        yield return new($"Sources", Words.Join("\n", verdict.Sources
            .Select(s => SourceLine.Of(s.Number, s.Url, s.Stance, s.Publisher))));
    }

    private static Words LineOf(Dissent dissent, RatingScale scale)
    {
        Words who = dissent.Reviewer is { } reviewer ? (Words)$" ({reviewer})" : $"";
        return $"**{scale.NameOf(dissent.Rating)}**{who}: {Clip.To(dissent.Reason, 300)}";
    }
}
