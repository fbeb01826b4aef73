using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Assignments;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Storage;
using FactBot.Text.Characters;
using FactBot.Votes;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Assignments;

/// <summary><c>/queue</c>: lists one's own open assignments, most urgent first.</summary>
public sealed class ShowQueue(FactBotDbContext db, TimeProvider time) : ICommand
{
    private const int PageSize = 10;

    public static CommandSpec Spec { get; } = new("queue", "Your own open reviews, the most urgent first");

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var me = request.Person.Id;
        var claims = db.Claims.Where(c => c.Stage == Stage.Open
            && c.Assignments.Any(a => a.Reviewer == me && a.State == AssignmentState.Open));
        var page = Page.Of(request, await claims.CountAsync(cancellationToken), PageSize);
        if (page.Total == 0)
        {
            return Reply.Say(
                $"Nothing waits for you. Take a claim from its card in {team.ReviewChannel}, or look through {new CommandName("claim list")}.");
        }

        var rows = await claims
            .Select(c => new
            {
                c.Number,
                c.Text,
                c.Assignments.First(a => a.Reviewer == me && a.State == AssignmentState.Open).Due,
                Sources = c.Sources.Count,
            })
            .OrderBy(c => c.Due).ThenBy(c => c.Number).Skip(page.Skip).Take(PageSize).ToListAsync(cancellationToken);
        return Reply.Show(new Card($"Your reviews")
        {
            Text = Words.Join("\n", rows.Select(c => Line(c.Number, c.Text, c.Due, c.Sources))),
            Footer = page.Footer,
            Menus = [CastVote.MenuFor(rows.Select(c => new Choice($"#{c.Number} {c.Text}", $"#{c.Number}")))],
            Buttons = page.Buttons(Spec.Name),
        });
    }

    private Words Line(int number, string text, DateTimeOffset due, int sources)
    {
        Words when = due < time.GetUtcNow() ? (Words)$"**was due** {due:R}" : $"due {due:R}";
        return $"**#{number}** {Clip.To(text, 120)} · {when} · {Count.Of(sources, "source")}";
    }
}
