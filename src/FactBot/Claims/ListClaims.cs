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

        var listed = (stage == Stage.Submitted && asked is null ? await FindInTurnAsync(claims, page, cancellationToken) : null)
            ?? await FindSortedAsync(Sort(claims, sort), page, cancellationToken);
        var rows = await claims.Where(c => listed.Contains(c.Number)).Include(c => c.Upvotes).Include(c => c.Assignments)
            .AsNoTracking().AsSplitQuery().ToListAsync(cancellationToken);
        rows = [.. rows.OrderBy(c => listed.IndexOf(c.Number))];
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

    /// <summary>Returns the numbers on a page of groups that follow each other, without counting more groups than it needs.</summary>
    private static async Task<List<int>> FindSortedAsync(IQueryable<Claim>[] groups, Page page, CancellationToken cancellationToken)
    {
        var (found, skip) = (new List<int>(), page.Skip);
        foreach (var group in groups)
        {
            var numbers = await group.Skip(skip).Take(PageSize - found.Count).Select(c => c.Number).ToListAsync(cancellationToken);
            found.AddRange(numbers);
            if (found.Count == PageSize)
            {
                break;
            }

            skip = numbers.Count > 0 || skip == 0 ? 0 : skip - await group.CountAsync(cancellationToken);
        }

        return found;
    }

    /// <summary>Returns the claims in groups whose order an index has.</summary>
    private static IQueryable<Claim>[] Sort(IQueryable<Claim> claims, ClaimOrder order) => order switch
    {
        ClaimOrder.Demand => [claims.OrderByDescending(c => c.Upvotes.Count).ThenBy(c => c.Number)],
        ClaimOrder.Priority =>
        [
            .. ((Priority[])[Priority.Breaking, Priority.Normal, Priority.Slow]).Select(p => claims.Where(c => c.Priority == p).OrderBy(c => c.Number)),
        ],
        ClaimOrder.Age => [claims.OrderBy(c => c.SubmittedAt).ThenBy(c => c.Number)],
        // A round that closes releases its reviewers, so only open claims are due.
        ClaimOrder.Due =>
        [
            claims.Where(c => c.Stage == Stage.Open && c.Assignments.Any(a => a.State == AssignmentState.Open))
                .OrderBy(c => c.Assignments.Where(a => a.State == AssignmentState.Open).Min(a => a.Due)).ThenBy(c => c.Number),
            claims.Where(c => c.Stage != Stage.Open || !c.Assignments.Any(a => a.State == AssignmentState.Open)).OrderBy(c => c.Number),
        ],
        _ => [claims.OrderByDescending(c => c.Number)],
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
