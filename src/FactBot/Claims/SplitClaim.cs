using FactBot.Articles;
using FactBot.Chat;
using FactBot.Quotas;
using FactBot.Storage;
using FactBot.Teams;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Claims;

/// <summary>The triage's split: one sentence becomes several claims, each anchored to its part of the article.</summary>
internal sealed class SplitClaim(DeskContext db)
{
    private const int MaxParts = 10;

    public async Task<Reply> RunAsync(Claim claim, Request request, Team team, CancellationToken cancel)
    {
        if (request.FindText("parts") is null && !request.IsFilledForm)
        {
            return Reply.Open(TriageClaim.FormFor($"Split {claim.Name}", claim, "split", new FormField("parts", $"Its statements, one in a line")
            {
                Kind = FormFieldKind.Paragraph,
                Hint = $"Keep the article’s words where you can, so that each part keeps its place.",
                Value = claim.Text,
            }));
        }

        var parts = PartsIn(request.GetText("parts"));
        parts.ForEach(Statement.Require);
        await db.CountAsync(request, team, QuotaKind.Claims, cancel, parts.Count);
        var article = claim.Appearance is { } at ? await db.Articles.SingleAsync(a => a.Id == at.ArticleId, cancel) : null;
        var act = db.ActOf(team, request);
        var numbers = parts.Select(_ => team.TakeClaimNumber()).ToList();
        db.Do(act, claim, new ClaimSplit(numbers));
        foreach (var (number, part) in numbers.Zip(parts))
        {
            db.Add(act, new ClaimSubmitted(
                number, part, claim.SubmittedBy, claim.Claimant, claim.SaidOn, PlaceOf(part, claim.Appearance, article), claim.Number));
        }

        await db.SaveChangesAsync(cancel);
        Words next = team.Rules.NeedsTriage ? (Words)$"each waits for its own triage" : $"each is open for review";
        return Reply.Say($"{claim.Name} is split into {string.Join(", ", numbers.Select(n => $"#{n}"))}; {next}.");
    }

    private static List<string> PartsIn(string text)
    {
        var parts = text.Split('\n').Select(CleanText.Of).Where(p => p.Length > 0).ToList();
        return parts switch
        {
            { Count: < 2 } => throw new DeskRuleException($"Give at least two parts, each in a line of its own."),
            { Count: > MaxParts } => throw new DeskRuleException($"A claim is split into at most {MaxParts} parts; you gave {parts.Count}."),
            _ when parts.Find(p => p.Length > Claim.MaxText) is { } part => throw new DeskRuleException(
                $"The part “{Clip.To(part, 60)}” has {part.Length:N0} characters; a claim has at most {Claim.MaxText:N0}."),
            _ when parts.Distinct(StringComparer.OrdinalIgnoreCase).Count() < parts.Count => throw new DeskRuleException(
                $"Two parts are the same; give each statement once."),
            _ => parts,
        };
    }

    /// <summary>Where the part stands: within the whole's passage if it can be, else anywhere in the article.</summary>
    private static Appearance? PlaceOf(string part, Appearance? whole, Article? article)
    {
        if (whole is null || article is null)
        {
            return null;
        }

        var within = whole is { Start: { } start, End: { } end } ? TextAnchor.FindWithin(article.Text, part, start, end) : null;
        return new Appearance(article, within ?? TextAnchor.FindNear(article.Text, part));
    }
}
