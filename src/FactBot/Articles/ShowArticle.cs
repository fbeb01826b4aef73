using System.Globalization;
using FactBot.Chat;
using FactBot.Claims;
using FactBot.Domain.Articles;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Storage;
using FactBot.Suggestions;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Articles;

/// <summary><c>/article show</c>: an article's claims by stage, its revisions, and its text with the claims marked.</summary>
public sealed class ShowArticle(FactBotDbContext db) : ICommand
{
    private const int PageSize = 10;
    private const string View = "view";
    private const string AsText = "text";

    public static CommandSpec Spec { get; } = new("article show", "An article: its claims, its changes and its text")
    {
        Options =
        [
            new OptionSpec("article", "Its number").Required().CompletedBy<CompleteArticle>(),
            new OptionSpec(View, "What to show of it").OneOf(new Choice("Its claims", "claims"), new Choice("Its text, with the claims marked", AsText)),
        ],
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var article = await db.GetArticleAsync(request.GetText("article"), cancellationToken);
        var claims = db.Claims.Where(c => c.Appearance != null && c.Appearance.ArticleId == article.Id);
        return request.FindText(View) == AsText
            ? await ShowTextAsync(article, claims, request, cancellationToken)
            : await ShowClaimsAsync(article, claims, request, cancellationToken);
    }

    private static Button ButtonTo(Words label, Article article, string view) =>
        new(label, Spec.Name, ("article", NumberOf(article)), (View, view)) { TurnsPage = true };

    private static string NumberOf(Article article) => article.Number.ToString(CultureInfo.InvariantCulture);

    private async Task<Reply> ShowClaimsAsync(Article article, IQueryable<Claim> claims, Request request, CancellationToken cancellationToken)
    {
        var stages = await claims.GroupBy(c => c.Stage).Select(g => new { Stage = g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var page = Page.Of(request, stages.Sum(s => s.Count), PageSize);
        var decided = stages.Where(s => s.Stage is not (Stage.Submitted or Stage.Open or Stage.Disputed or Stage.Agreed)).Sum(s => s.Count);
        var rows = await claims.OrderBy(c => c.Number).Skip(page.Skip).Take(PageSize).ToListAsync(cancellationToken);

        Words none = $"No claim from it yet. Let {new CommandName("article suggest")} propose some, or submit one with {new CommandName("claim submit")}.";
        Words[] byStage = stages.Count < 2 ? [] : [$"{string.Join(" · ", stages.OrderBy(s => s.Stage).Select(s => $"{s.Count} {s.Stage.ToString().ToLowerInvariant()}"))}"];
        return Reply.Show(new Card($"Article {article.Number}: {article.Title}")
        {
            Text = Words.Join("\n", [AboutOf(article), .. await ChangesOfAsync(article, cancellationToken), .. byStage, $"", .. rows.Count == 0 ? [none] : rows.Select(ClaimLine.Of)]),
            Footer = $"{decided} of {page.Total} decided · page {page.Number} of {page.Last}",
            Buttons =
            [
                .. page.Buttons(Spec.Name, ("article", NumberOf(article))),
                ButtonTo($"Read its text", article, AsText),
                new Button($"Suggest claims", SuggestClaims.Spec.Name, ("article", NumberOf(article))),
            ],
        });
    }

    private static async Task<Reply> ShowTextAsync(Article article, IQueryable<Claim> claims, Request request, CancellationToken cancellationToken)
    {
        var pages = MarkedText.PagesOf(article.Text);
        var page = Page.Of(request, pages.Count, 1);
        var (start, end) = pages[page.Number - 1];
        var passages = await claims.Where(c => c.Appearance!.Start != null)
            .Select(c => new { c.Number, c.Appearance!.Start, c.Appearance.End }).ToListAsync(cancellationToken);
        return Reply.Show(new Card($"Article {article.Number}: {article.Title}")
        {
            Text = MarkedText.Of(article.Text, start, end, passages.Select(p => (p.Start!.Value, p.End!.Value, p.Number))),
            Footer = $"Page {page.Number} of {page.Last}",
            Buttons =
            [
                .. page.Buttons(Spec.Name, ("article", NumberOf(article)), (View, AsText)),
                ButtonTo($"Back to its claims", article, "claims"),
            ],
        });
    }

    private async Task<Words[]> ChangesOfAsync(Article article, CancellationToken cancellationToken)
    {
        var changes = await db.ArticleRevisions.Where(r => r.ArticleId == article.Id).OrderByDescending(r => r.Number)
            .Select(r => r.ReplacedAt).Take(5).ToListAsync(cancellationToken);
        return changes.Count > 0 ? [$"Revision {article.Revision}; changes were found {Words.Join(", ", changes.Select<DateTimeOffset, Words>(c => $"{c:D}"))}"]
            : article.CheckedAt is { } looked ? [$"Unchanged since, looked at {looked:R}"]
            : [];
    }

    private static Words AboutOf(Article article)
    {
        Words publisher = article.Publisher is null ? (Words)$"" : $"{article.Publisher} · ";
        Words byline = article.Byline is null ? (Words)$"" : $"{article.Byline} · ";
        Words published = article.PublishedAt is { } day ? (Words)$"published {day:D} · " : $"";
        Words link = article.Url is null ? (Words)$"" : $"{new PageLink("original", article.Url)} · ";
        return $"{publisher}{byline}{published}{link}{article.Text.Length:N0} characters · added by {article.AddedBy} {article.AddedAt:R}";
    }
}
