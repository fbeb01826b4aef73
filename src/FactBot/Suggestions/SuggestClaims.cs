using System.Globalization;
using FactBot.Articles;
using FactBot.Chat;
using FactBot.Claims;
using FactBot.Domain.Articles;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Matching;
using FactBot.Quotas;
using FactBot.Storage;
using FactBot.Text.Characters;
using FactBot.Text.Quotes;
using FactBot.Text.Worthiness;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Suggestions;

/// <summary><c>/article suggest</c>: suggests an article's sentences most worth checking; ticked ones become claims.</summary>
public sealed class SuggestClaims(FactBotDbContext db, DailyQuota quota, TimeProvider time) : ICommand
{
    private const int PageSize = 10;

    public static CommandSpec Spec { get; } = new("article suggest", "The sentences of an article most worth checking")
    {
        IsCostly = true,
        Options = [new OptionSpec("article", "Its number").Required().CompletedBy<CompleteArticle>()],
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var article = await db.GetArticleAsync(request.GetText("article"), cancellationToken);
        var suggestions = await FindAsync(article, cancellationToken);
        var page = Page.Of(request, suggestions.Count, PageSize);
        var shown = suggestions.Skip(page.Skip).Take(PageSize).ToList();
        if (request.IsFilledForm)
        {
            return await SubmitAsync(article, shown, request, team, cancellationToken);
        }

        if (shown.Count == 0)
        {
            return Reply.Say($"No sentence of article {article.Number} is left to suggest. Submit what you find with {new CommandName("claim submit")}.{ReachOf(article)}");
        }

        return request.FindText("choose") is null
            ? Show(article, page, shown)
            : Reply.Open(FormFor(article, page, shown));
    }

    private static Reply Show(Article article, Page page, IReadOnlyList<Suggestion> shown) => Reply.Show(new Card($"Worth checking in article {article.Number}")
    {
        Text = Words.Join("\n\n", shown.Select((s, i) => LineOf(page.Skip + i + 1, s))),
        Footer = Words.Join("", [page.Footer, ReachOf(article)]),
        Buttons =
        [
            new Button($"Choose which to submit", Spec.Name, [.. OptionsOf(article, page), ("choose", "yes")]) { Look = ButtonLook.Main },
            .. page.Buttons(Spec.Name, ("article", article.Number.ToString(CultureInfo.InvariantCulture))),
        ],
    });

    /// <summary>Says how much of a long article was read; empty if all of it was.</summary>
    private static Words ReachOf(Article article) => article.Text.Length <= Suggestion.Longest
        ? (Words)$""
        : $" FactBot looked through the first {Suggestion.Longest:N0} of its {article.Text.Length:N0} characters; submit what comes after them yourself.";

    private static Words LineOf(int rank, Suggestion suggestion)
    {
        Words[] why = suggestion.Why.Count == 0 ? [] : [$"*{string.Join(", ", suggestion.Why.Select(FeatureWords.Of))}*"];
        Words[] claimant = suggestion.Claimant is null ? [] : [$"said by {suggestion.Claimant}"];
        return Words.Join("\n", [$"**{rank}.** {Clip.To(suggestion.Text, 280)}", .. why.Length + claimant.Length == 0 ? [] : new[] { Words.Join(" · ", [.. why, .. claimant]) }]);
    }

    private static Form FormFor(Article article, Page page, List<Suggestion> shown) => new(
        $"Submit claims from article {article.Number}", Spec.Name, [.. OptionsOf(article, page), ("revision", $"{article.Revision}")],
    [
        new FormField("sentences", $"Which are to be checked?")
        {
            Kind = FormFieldKind.Choice,
            Most = shown.Count,
            Choices = [.. shown.Select((s, i) => new Choice(Clip.To($"{page.Skip + i + 1}. {s.Text}", 100), KeyOf(s)))],
        },
    ]);

    private static (string Name, string Value)[] OptionsOf(Article article, Page page) =>
        [("article", article.Number.ToString(CultureInfo.InvariantCulture)), ("page", page.Number.ToString(CultureInfo.InvariantCulture))];

    private static string KeyOf(Suggestion suggestion) => suggestion.Place.Start.ToString(CultureInfo.InvariantCulture);

    /// <summary>Finds the sentences worth checking that aren't part of a claim yet.</summary>
    private async Task<IReadOnlyList<Suggestion>> FindAsync(Article article, CancellationToken cancellationToken)
    {
        var taken = await db.Claims.Where(c => c.Appearance != null && c.Appearance.ArticleId == article.Id && c.Appearance.Start != null)
            .Select(c => new { c.Appearance!.Start, c.Appearance.End }).ToListAsync(cancellationToken);
        var model = await new WorthinessTrainer(db).LearnAsync(cancellationToken);
        return [.. Suggestion.In(article.Text, model, Claim.MaxText, Claim.MaxClaimant).Where(s => Statement.IsIn(s.Text) && !taken.Exists(t => t.Start < s.Place.End && t.End > s.Place.Start))];
    }

    /// <summary>Finds the claims that start where the chosen sentences do.</summary>
    private async Task<List<int>> FindSubmittedAsync(Article article, HashSet<string> keys, CancellationToken cancellationToken) =>
        [.. (await db.Claims.Where(c => c.Appearance!.ArticleId == article.Id && c.Appearance.Start != null).Select(c => new { c.Number, c.Appearance!.Start }).ToListAsync(cancellationToken))
            .Where(c => keys.Contains(c.Start!.Value.ToString(CultureInfo.InvariantCulture))).Select(c => c.Number)];

    private async Task<Reply> SubmitAsync(
        Article article, IReadOnlyList<Suggestion> shown, Request request, Team team, CancellationToken cancellationToken)
    {
        // Keeps others from submitting meanwhile: claims from another press are reported as submitted, not as duplicates.
        using var turn = await db.HoldTurnAsync(cancellationToken);
        var keys = request.GetText("sentences").Split('\n').ToHashSet();
        var ticked = shown.Where(s => keys.Contains(KeyOf(s))).ToList();
        if (await FindSubmittedAsync(article, keys, cancellationToken) is { Count: > 0 } submitted)
        {
            throw new DeskRuleException($"That has already been submitted: {string.Join(", ", submitted.Select(n => $"#{n}"))}.");
        }

        if (request.FindText("revision") != $"{article.Revision}" || ticked.Count != keys.Count)
        {
            throw new DeskRuleException(
                $"The suggestions for article {article.Number} have changed meanwhile; look at them again with {new CommandName("article suggest")}.");
        }

        var (fresh, held) = await new SuggestDuplicates(db, quota, time).PartAsync(request, team, [.. ticked.OrderBy(s => s.Place.Start).Select(s => new ClaimSubmitted(
            0, s.Text, request.Person.Id, s.Claimant, null,
            new Appearance(article, new TextAnchor(s.Place.Start, s.Place.End, TextQuoteSelector.Of(article.Text, s.Place.Start, s.Place.End)))))], cancellationToken);
        if (fresh.Count > 0)
        {
            await quota.CountAsync(request, team, QuotaKind.Claims, cancellationToken, fresh.Count);
        }

        var context = db.ContextFor(team, request);
        await LearnAsync(shown, ticked, team, cancellationToken);
        var claims = fresh.Select(c => db.Add(context, c with { Number = team.TakeClaimNumber() })).ToList();
        await db.SaveChangesAsync(cancellationToken);
        Words next = team.Rules.NeedsTriage ? (Words)$"an editor decides next which are reviewed" : $"reviewers take them from here";
        Words told = claims.Count == 0
            ? (Words)$"Nothing from article {article.Number} is submitted yet."
            : $"Submitted from article {article.Number}: {string.Join(", ", claims.Select(c => c.Name))}; {next}.";
        return held.Count > 0
            ? Reply.Show(SuggestDuplicates.Ask(held, time.GetUtcNow()), told) with { WasDoneBefore = fresh.Count == 0 && !held.Any(h => h.IsNew) }
            : Reply.Say(
            told, new Button($"Suggest more", Spec.Name, ("article", article.Number.ToString(CultureInfo.InvariantCulture))));
    }

    /// <summary>Keeps what was ticked and left as feedback to learn from; sending the same form again adds nothing.</summary>
    private async Task LearnAsync(IReadOnlyList<Suggestion> shown, List<Suggestion> ticked, Team team, CancellationToken cancellationToken)
    {
        var texts = shown.Select(s => s.Text).ToList();
        var known = (await db.SuggestionFeedback.Where(c => texts.Contains(c.Sentence)).Select(c => new { c.Sentence, c.IsTicked }).ToListAsync(cancellationToken))
            .Select(c => (c.Sentence, c.IsTicked)).ToHashSet();
        db.SuggestionFeedback.AddRange(shown.Where(s => !known.Contains((s.Text, ticked.Contains(s))))
            .Select(s => new SuggestionFeedback(team.Id, s.Text, ticked.Contains(s), time.GetUtcNow())));
    }
}
