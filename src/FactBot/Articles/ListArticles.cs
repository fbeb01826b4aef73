using FactBot.Chat;
using FactBot.Domain.Teams;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Articles;

/// <summary><c>/article list</c>: lists the team's articles, newest first, in pages.</summary>
public sealed class ListArticles(FactBotDbContext db) : ICommand
{
    private const int PageSize = 10;

    public static CommandSpec Spec { get; } = new("article list", "The team's articles, newest first");

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var page = Page.Of(request, await db.Articles.CountAsync(cancellationToken), PageSize);
        if (page.Total == 0)
        {
            return Reply.Say($"There is no article yet. Add the first with {new CommandName("article add")}.");
        }

        var rows = await db.Articles.OrderByDescending(a => a.Number).Skip(page.Skip).Take(PageSize)
            .Select(a => new
            {
                a.Number,
                a.Title,
                a.Publisher,
                a.AddedAt,
                Claims = db.Claims.Count(c => c.Appearance != null && c.Appearance.ArticleId == a.Id),
            })
            .ToListAsync(cancellationToken);
        return Reply.Show(new Card($"Articles")
        {
            Text = Words.Join("\n", rows.Select(a => Line(a.Number, a.Title, a.Publisher, a.AddedAt, a.Claims))),
            Footer = page.Footer,
            Buttons = page.Buttons(Spec.Name),
        });
    }

    private static Words Line(int number, string title, string? publisher, DateTimeOffset addedAt, int claims)
    {
        Words from = publisher is null ? (Words)$"" : $" ({publisher})";
        return $"**{number}** {title}{from} · {Count.Of(claims, "claim")} · added {addedAt:R}";
    }
}
