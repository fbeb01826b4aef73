using FactBot.Chat;
using FactBot.Domain.Assignments;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Claims;

/// <summary><c>/claim list</c>: lists the team's claims, all or by stage, in pages.</summary>
public sealed class ListClaims(FactBotDbContext db) : ICommand
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

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var stage = request.FindOneOf<Stage>("stage");
        var asked = request.FindOneOf<ClaimOrder>("sort");
        var sort = asked ?? ClaimOrder.Newest;
        var claims = db.Claims.Where(c => stage == null || c.Stage == stage);
        var page = Page.Of(request, await claims.CountAsync(cancellationToken), PageSize);
        if (page.Total == 0)
        {
            return stage is null
                ? Reply.Say($"There is no claim yet. Submit the first with {new CommandName("claim submit")}.")
                : Reply.Say($"No claim is *{stage}* now. See them all with {new CommandName("claim list")}.");
        }

        var inTurn = stage == Stage.Submitted && asked is null ? await FindInTurnAsync(claims, page, cancellationToken) : null;
        var listed = inTurn is null ? Sort(claims, sort).Skip(page.Skip).Take(PageSize) : claims.Where(c => inTurn.Contains(c.Number));
        var rows = await listed.Include(c => c.Upvotes).Include(c => c.Assignments).AsSplitQuery().ToListAsync(cancellationToken);
        rows = inTurn is null ? rows : [.. rows.OrderBy(c => inTurn.IndexOf(c.Number))];
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

    /// <summary>
    /// Returns the numbers on a page that takes one claim per submitter in turn, each submitter's newest first; null if no
    /// submitter has so many waiting that the others' would be hard to find.
    /// </summary>
    private static async Task<List<int>?> FindInTurnAsync(IQueryable<Claim> claims, Page page, CancellationToken cancellationToken)
    {
        var waiting = await claims.OrderByDescending(c => c.Number).Select(c => new { c.Number, c.SubmittedBy }).ToListAsync(cancellationToken);
        var people = waiting.GroupBy(c => c.SubmittedBy, c => c.Number).ToList();
        return people.Count < 2 || people.TrueForAll(own => own.Count() <= PageSize) ? null :
        [
            .. people.SelectMany(own => own.Select((number, turn) => (number, turn)))
                .OrderBy(c => c.turn).ThenByDescending(c => c.number)
                .Skip(page.Skip).Take(PageSize).Select(c => c.number),
        ];
    }

    private static IOrderedQueryable<Claim> Sort(IQueryable<Claim> claims, ClaimOrder order) => order switch
    {
        ClaimOrder.Demand => claims.OrderByDescending(c => c.Upvotes.Count).ThenBy(c => c.Number),
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

/// <summary>The order of a list of claims.</summary>
internal enum ClaimOrder
{
    Newest,
    Demand,
    Priority,
    Age,
    Due,
}
