using FactBot.Chat;
using FactBot.Domain.Articles;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Matching;
using FactBot.Quotas;
using FactBot.Storage;
using FactBot.Text.Characters;
using FactBot.Text.Quotes;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Claims;

/// <summary>Splits a claim at triage: one sentence becomes several claims, each anchored to its part of the article.</summary>
internal sealed class SplitClaim(FactBotDbContext db, DailyQuota quota)
{
    private const int MaxParts = 10;

    /// <summary>How many earlier claims to look at for a part; the whole, which says what its parts do, is among them.</summary>
    private const int Looked = 3;

    public async Task<Reply> RunAsync(Claim claim, Request request, Team team, CancellationToken cancellationToken)
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
        await quota.CountAsync(request, team, QuotaKind.Claims, cancellationToken, parts.Count);
        var article = claim.Appearance is { } at ? await db.Articles.SingleAsync(a => a.Id == at.ArticleId, cancellationToken) : null;
        // Asked before the parts become claims, because each would find itself.
        var earlier = await EarlierAsync(parts, claim, cancellationToken);
        var context = db.ContextFor(team, request);
        var numbers = parts.Select(_ => team.TakeClaimNumber()).ToList();
        db.Apply(context, claim, new ClaimSplit(numbers));
        foreach (var (number, part) in numbers.Zip(parts))
        {
            db.Add(context, new ClaimSubmitted(
                number, part, claim.SubmittedBy, claim.Claimant, claim.SaidOn, PlaceOf(part, claim.Appearance, article), claim.Number));
        }

        await db.SaveChangesAsync(cancellationToken);
        Words next = team.Rules.NeedsTriage ? (Words)$"each waits for its own triage" : $"each is open for review";
        Words told = $"{claim.Name} is split into {string.Join(", ", numbers.Select(n => $"#{n}"))}; {next}.";
        return earlier.All(e => e is null) ? Reply.Say(told) : Reply.Show(QuestionOf([.. numbers.Zip(parts, earlier)], team), told);
    }

    /// <summary>Returns for each part the earlier claim that may say the same; null if there is none.</summary>
    private async Task<List<ClaimMatch?>> EarlierAsync(List<string> parts, Claim whole, CancellationToken cancellationToken)
    {
        var matcher = new ClaimMatcher(db);
        var earlier = new List<ClaimMatch?>();
        foreach (var part in parts)
        {
            var matches = await matcher.FindAsync(part, Looked, cancellationToken);
            earlier.Add(matches.FirstOrDefault(m => m.Claim.Id != whole.Id && m.Claim.Stage is not (Stage.Withdrawn or Stage.Split)));
        }

        return earlier;
    }

    /// <summary>Asks about each part that may be a duplicate; its button triages that part.</summary>
    private Card QuestionOf(List<(int Number, string Part, ClaimMatch? Earlier)> parts, Team team)
    {
        var known = parts.FindAll(p => p.Earlier is not null);
        return new Card(known.Count == 1 ? (Words)$"Was this part here before?" : $"Were these parts here before?")
        {
            Text = Words.Join("\n\n", known.Select(p => (Words)$"**#{p.Number}** “{Clip.To(p.Part, 120)}”: {(p.Earlier!.IsSame ? "said before, in" : "perhaps the same as")}\n{MatchLine.Of(p.Earlier, db.Time.GetUtcNow())}")),
            Footer = $"A part that you don’t mark as a duplicate stays a claim of its own.",
            Buttons = !team.Rules.NeedsTriage ? [] :
            [
                .. known.Select(p => new Button(
                    $"#{p.Number} is a duplicate of {p.Earlier!.Claim.Name}", TriageClaim.Spec.Name, ("claim", $"#{p.Number}"), ("action", "duplicate"), ("of", p.Earlier.Claim.Name))),
            ],
        };
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

    /// <summary>Returns the part's place: within the whole's passage if possible, else anywhere in the article.</summary>
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
