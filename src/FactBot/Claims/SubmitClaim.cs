using System.Globalization;
using FactBot.Articles;
using FactBot.Chat;
using FactBot.Domain.Articles;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Matching;
using FactBot.Quotas;
using FactBot.Storage;
using FactBot.Text.Quotes;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Claims;

/// <summary><c>/claim submit</c>: submits a claim for checking, anchored where its words are in the article.</summary>
public sealed class SubmitClaim(FactBotDbContext db, DailyQuota quota, TimeProvider time) : ICommand
{
    public static CommandSpec Spec { get; } = new("claim submit", "Submit a claim to be checked")
    {
        Options =
        [
            new OptionSpec("text", "The claim, best quoted word for word").Required(),
            new OptionSpec("article", "Number of the article it stands in").CompletedBy<CompleteArticle>(),
            new OptionSpec("claimant", "Who said it"),
            new OptionSpec("said", "When it was said, as 2026-01-31"),
        ],
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        if (request.FindText("offer") is not null)
        {
            return await SubmitAnywayAsync(request, team, cancellationToken);
        }

        var text = request.GetText("text", Claim.MaxText);
        var claimant = request.FindLine("claimant", Claim.MaxClaimant);
        var said = request.FindText("said") is { } day ? DayOf(day) : (DateOnly?)null;
        var article = request.FindText("article") is { } named ? await db.GetArticleAsync(named, cancellationToken) : null;
        var appearance = article is null ? null : new Appearance(article, TextAnchor.FindNear(article.Text, text));

        Statement.Require(text);
        var about = new ClaimSubmitted(0, text, request.Person.Id, claimant, said, appearance);
        return await new SuggestDuplicates(db, quota, time).FindAsync(request, team, about, cancellationToken)
            ?? await SubmitAsync(about, request, team, cancellationToken);
    }

    /// <summary>Submits a claim held back as a possible duplicate, after the person said it's a different one.</summary>
    private async Task<Reply> SubmitAnywayAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var suggestion = await db.GetOfferAsync(request, cancellationToken);
        suggestion.Answer(isSame: false);
        var article = suggestion.Article is { } number ? await db.Articles.SingleAsync(a => a.Number == number, cancellationToken) : null;
        var appearance = article is null ? null : new Appearance(article, TextAnchor.FindNear(article.Text, suggestion.Text));
        return await SubmitAsync(
            new ClaimSubmitted(0, suggestion.Text, request.Person.Id, suggestion.Claimant, suggestion.SaidOn, appearance), request, team, cancellationToken);
    }

    private async Task<Reply> SubmitAsync(ClaimSubmitted about, Request request, Team team, CancellationToken cancellationToken)
    {
        await quota.CountAsync(request, team, QuotaKind.Claims, cancellationToken);
        var claim = db.Add(db.ContextFor(team, request), about with { Number = team.TakeClaimNumber() });
        await db.SaveChangesAsync(cancellationToken);

        Words place = about.Appearance switch
        {
            null => $"",
            { IsAnchored: true, Exact: { } exact } at when !TextAnchor.AreSame(exact, about.Text) =>
                $" Article {at.ArticleNumber} says nearly this, and its place there is kept. What differs: {ShownDiff.Of(about.Text, exact)}.",
            { IsAnchored: true } at => $" It stands in article {at.ArticleNumber}, and its place there is kept.",
            var at => $" This wording does not appear in article {at.ArticleNumber}, so it is kept without a place in the text.",
        };
        Words next = claim.Stage == Stage.Open
            ? (Words)$"Reviewers take it from here"
            : $"An editor decides next whether it is reviewed";
        return Reply.Say(
            $"Claim {claim.Name} is submitted.{place} {next}; you are told in its thread in {team.ReviewChannel} what becomes of it, and {new CommandName("claim show")} tells where it stands.");
    }

    private DateOnly DayOf(string text) =>
        !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? throw new DeskRuleException($"“{text}” is no date; write **said** as year-month-day, such as 2026-01-31.")
            : day > DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime.AddDays(1))
            ? throw new DeskRuleException($"{text} is still to come; **said** is the day on which it was said.")
            : day;
}
