using FactBot.Chat;
using FactBot.Domain.Articles;
using FactBot.Domain.Teams;
using FactBot.Pages;
using FactBot.Storage;

namespace FactBot.Articles;

/// <summary><c>/article check</c>: checks whether an article has changed since it was added.</summary>
public sealed class CheckArticle(FactBotDbContext db, ArticleLook look, FetchPlaces places) : ICommand
{
    public static CommandSpec Spec { get; } = new("article check", "Look whether an article was changed since")
    {
        IsCostly = true,
        Options = [new OptionSpec("article", "Its number").Required().CompletedBy<CompleteArticle>()],
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var article = await db.GetArticleAsync(request.GetText("article"), cancellationToken);
        if (article is not { Url: not null, CheckedAt: not null })
        {
            throw new DeskRuleException($"Article {article.Number} was added as text, so there is no page to look at; add it by its **url** to have it watched.");
        }

        var (result, page) = await places.OnceAsync(request, "look", () => look.FetchAsync(article, cancellationToken), cancellationToken);
        if (result.WhyNot is { } why)
        {
            throw new DeskRuleException($"{why} What article {article.Number} says now is not known; try again later.");
        }

        var revision = article.Revision;
        var context = db.ContextFor(team, request);
        var touched = await look.TakeAsync(article, result, page, context, cancellationToken);
        if (article.Revision == revision)
        {
            db.Record(context, "found unchanged", $"article {article.Number}");
        }

        await db.SaveChangesAsync(cancellationToken);
        return Reply.Say(article.Revision == revision
            ? (Words)$"Article {article.Number} says what it said before."
            : touched.Count == 0
            ? (Words)$"Article {article.Number} was changed: this is its revision {article.Revision}. No claim's passage was touched; all are found again."
            : touched.Count == 1
            ? (Words)$"Article {article.Number} was changed: this is its revision {article.Revision}. The passage of {touched[0].Name} is no longer as it was, and its card shows the difference."
            : $"Article {article.Number} was changed: this is its revision {article.Revision}. The passages of {string.Join(", ", touched.Select(c => c.Name))} are no longer as they were, and their cards show the difference.");
    }
}
