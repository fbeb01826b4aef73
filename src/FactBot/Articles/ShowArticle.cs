using System.Globalization;
using FactBot.Chat;
using FactBot.Claims;
using FactBot.Storage;
using FactBot.Teams;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Articles;

/// <summary><c>/article show</c>: an article and the claims from it.</summary>
public sealed class ShowArticle(DeskContext db) : ICommand
{
    private const int PageSize = 10;

    public static CommandSpec Spec { get; } = new("article show", "An article and its claims")
    {
        Options = [new OptionSpec("article", "Its number").Required().CompletedBy<CompleteArticle>()],
    };

    public async Task<Reply> RunAsync(Request request, Team team, CancellationToken cancel)
    {
        var article = await db.GetArticleAsync(request.GetText("article"), cancel);
        var claims = db.Claims.Where(c => c.Appearance != null && c.Appearance.ArticleId == article.Id);
        var page = Page.Of(request, await claims.CountAsync(cancel), PageSize);
        var decided = await claims.CountAsync(c => c.Stage == Stage.Published, cancel);
        var rows = await claims.OrderBy(c => c.Number).Skip(page.Skip).Take(PageSize).ToListAsync(cancel);

        Words none = $"No claim from it yet. Submit one with {new CommandName("claim submit")}.";
        return Reply.Show(new Card($"Article {article.Number}: {article.Title}")
        {
            Text = Words.Join("\n", [AboutOf(article), .. rows.Count == 0 ? [none] : rows.Select(ClaimLine.Of)]),
            Footer = $"{decided} of {page.Total} decided · page {page.Number} of {page.Last}",
            Buttons = page.Buttons(Spec.Name, ("article", article.Number.ToString(CultureInfo.InvariantCulture))),
        });
    }

    private static Words AboutOf(Article article)
    {
        Words publisher = article.Publisher is null ? (Words)$"" : $"{article.Publisher} · ";
        Words link = article.Url is null ? (Words)$"" : $"{new PageLink("original", article.Url)} · ";
        return $"{publisher}{link}{article.Text.Length:N0} characters · added by {article.AddedBy} {article.AddedAt:R}\n";
    }
}
