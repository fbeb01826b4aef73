using FactBot.Assignments;
using FactBot.Chat;
using FactBot.Storage;
using FactBot.Teams;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Claims;

/// <summary><c>/claim list</c>: the team's claims, all or of one stage, in pages.</summary>
public sealed class ListClaims(DeskContext db) : ICommand
{
    private const int PageSize = 10;

    public static CommandSpec Spec { get; } = new("claim list", "The team's claims, by stage")
    {
        Options =
        [
            new OptionSpec("stage", "Only those of this stage")
                .OneOf([.. Enum.GetNames<Stage>().Select(name => new Choice(name, name.ToLowerInvariant()))]),
            new OptionSpec("sort", "What comes first; otherwise the newest").OneOf(
                new Choice("Newest", "newest"),
                new Choice("Most wanted", "demand"),
                new Choice("Priority", "priority"),
                new Choice("Oldest", "age"),
                new Choice("Due first", "due")),
        ],
    };

    public async Task<Reply> RunAsync(Request request, Team team, CancellationToken cancel)
    {
        var stage = request.FindOneOf<Stage>("stage");
        var sort = request.FindOneOf<ClaimOrder>("sort") ?? ClaimOrder.Newest;
        var claims = db.Claims.Where(c => stage == null || c.Stage == stage);
        var page = Page.Of(request, await claims.CountAsync(cancel), PageSize);
        if (page.Total == 0)
        {
            return stage is null
                ? Reply.Say($"There is no claim yet. Submit the first with {new CommandName("claim submit")}.")
                : Reply.Say($"No claim is *{stage}* now. See them all with {new CommandName("claim list")}.");
        }

        var rows = await Sort(claims, sort).Include(c => c.Wants).Include(c => c.Assignments).AsSplitQuery()
            .Skip(page.Skip).Take(PageSize).ToListAsync(cancel);
        Words title = stage is null ? (Words)$"Claims" : $"Claims: {stage}";
        return Reply.Show(new Card(title)
        {
            Text = Words.Join("\n", rows.Select(ClaimLine.Of)),
            Footer = page.Footer,
            Menus = [ShowClaim.MenuFor(rows)],
            Buttons = page.Buttons(
                Spec.Name,
                [
                    .. stage is null ? Array.Empty<(string, string)>() : [("stage", stage.Value.ToString())],
                    .. sort == ClaimOrder.Newest ? Array.Empty<(string, string)>() : [("sort", sort.ToString())],
                ]),
        });
    }

    private static IOrderedQueryable<Claim> Sort(IQueryable<Claim> claims, ClaimOrder order) => order switch
    {
        ClaimOrder.Demand => claims.OrderByDescending(c => c.Wants.Count).ThenBy(c => c.Number),
        ClaimOrder.Priority => claims
            .OrderBy(c => c.Priority == Priority.Breaking ? 0 : c.Priority == Priority.Normal ? 1 : 2).ThenBy(c => c.Number),
        ClaimOrder.Age => claims.OrderBy(c => c.SubmittedAt).ThenBy(c => c.Number),
        ClaimOrder.Due => claims
            .OrderBy(c => c.Assignments.Where(a => a.State == AssignmentState.Open).Min(a => (DateTimeOffset?)a.Due) == null)
            .ThenBy(c => c.Assignments.Where(a => a.State == AssignmentState.Open).Min(a => (DateTimeOffset?)a.Due))
            .ThenBy(c => c.Number),
        _ => claims.OrderByDescending(c => c.Number),
    };
}

/// <summary>What comes first in a list of claims.</summary>
internal enum ClaimOrder
{
    Newest,
    Demand,
    Priority,
    Age,
    Due,
}
