using FactBot.Chat;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Storage;
using FactBot.Text.Addresses;
using FactBot.Text.Characters;
using FactBot.Text.Matching;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Matching;

/// <summary>The message command “Was this checked?”: shows what the team knows about a message's text.</summary>
public sealed class AskAboutMessage(FactBotDbContext db, TimeProvider time) : ICommand
{
    /// <summary>In characters: the length of the longest possible message.</summary>
    public const int MaxText = 4000;

    private const int MostOfArticle = 5;

    public static CommandSpec Spec { get; } = new("Was this checked?", "Look whether a message's text was checked already")
    {
        IsCostly = true,
        Kind = CommandKind.OnMessage,
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        if (request.Message?.Text is not { } written || CleanText.Of(written) is not { Length: > 0 } text)
        {
            throw new DeskRuleException(
                $"This message has no text; choose one with words in it, or use {new CommandName("claim find")}.");
        }

        return await FindInArticleAsync(text, cancellationToken) ?? await FindClaim.AnswerAsync(db, time.GetUtcNow(), text, cancellationToken);
    }

    /// <summary>Finds claims of the article that the message links to; null if the team has no such article or claims.</summary>
    private async Task<Reply?> FindInArticleAsync(string text, CancellationToken cancellationToken)
    {
        var keys = WebLinks.In(text).Select(WebAddress.Find).OfType<string>().Select(WebAddress.KeyOf).Distinct().ToList();
        if (keys.Count == 0)
        {
            return null;
        }

        var articles = await db.Articles.Where(a => keys.Contains(a.AddressKey!)).Select(a => new { a.Id, a.Number, a.Title }).ToListAsync(cancellationToken);
        var ids = articles.ConvertAll(a => a.Id);
        var claims = await db.Claims.Include(c => c.Verdicts)
            .Where(c => ids.Contains(c.Appearance!.ArticleId) && c.Stage != Stage.Withdrawn && c.Stage != Stage.Duplicate).ToListAsync(cancellationToken);
        if (claims.Count == 0)
        {
            return null;
        }

        // Claims that match the message's words come first, then those that answer the question with a verdict.
        var now = time.GetUtcNow();
        var quoted = (await new ClaimMatcher(db).FindAsync(text, MostOfArticle, cancellationToken)).Select(m => m.Claim.Id).ToHashSet();
        var shown = claims.OrderByDescending(c => quoted.Contains(c.Id)).ThenByDescending(c => MatchLine.VerdictOf(c, now) is not null).ThenBy(c => c.Number)
            .Take(MostOfArticle).Select(c => new ClaimMatch(c, 1, MatchFeatures.None, IsSame: false, [])).ToList();
        var rest = claims.Count - shown.Count;
        return Reply.Show(new Card($"From article {articles[0].Number}: {Clip.To(articles[0].Title, 150)}")
        {
            Text = Words.Join("\n\n", shown.Select(m => MatchLine.Of(m, now))),
            Footer = rest > 0 ? (Words)$"{Count.Of(rest, "more claim")} in it: see /claim list." : $"Is none of them what you mean? Submit yours with /claim submit.",
            Buttons = [.. shown.Select(m => MatchLine.ButtonFor(m, now))],
        });
    }
}
