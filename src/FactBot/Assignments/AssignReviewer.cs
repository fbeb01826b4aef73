using FactBot.Chat;
using FactBot.Claims;
using FactBot.Domain;
using FactBot.Domain.Assignments;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Storage;

namespace FactBot.Assignments;

/// <summary><c>/assign</c>: an editor assigns a claim to a reviewer.</summary>
public sealed class AssignReviewer(FactBotDbContext db, ReviewerDirectory directory, TimeProvider time) : ICommand
{
    public static CommandSpec Spec { get; } = new("assign", "Give a claim to a reviewer")
    {
        RequiredRole = DeskRole.Editor,
        Stages = Stages.ToAssign,
        Options =
        [
            new OptionSpec("claim", "Number of the claim").Required().CompletedBy<CompleteClaim>(),
            new OptionSpec("reviewer", "Who reviews it", OptionKind.Person).Required(),
            new OptionSpec("due", "When the vote is due: 24h, 2d or a date; otherwise the team's usual time"),
        ],
    };

    public static Menu MenuFor(Claim claim) =>
        new($"Choose a reviewer for {claim.Name}", Spec.Name, "reviewer", ("claim", claim.Name)) { Kind = MenuKind.People };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var person = request.GetReviewer("reviewer", team);
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancellationToken);
        var now = time.GetUtcNow();
        var due = request.FindText("due") is { } text
            ? DueTime.Get(text, team.Zone, now)
            : team.Rules.DueFrom(now, claim.Priority);
        var reviewer = await directory.MeetAsync(person, team, cancellationToken);
        reviewer.Serve(now);
        var isNewRound = claim.Stage == Stage.Disputed;
        await db.ApplyAsync(team, request, claim, new ReviewerAssigned(person.Id, due), cancellationToken);

        Words round = isNewRound ? (Words)$" This is round {claim.Round}: all its reviewers vote again." : $"";
        Words away = reviewer.IsAway(now) ? (Words)$" They are away until {reviewer.AwayUntil:f}, by their own word." : $"";
        return Reply.Say(
            $"{claim.Name} is with {person.Id}, due {due:R}.{round}{away} They are told in its thread, find it with {new CommandName("queue")} and vote from its card.") with
        {
            Menus = [MenuFor(claim)],
        };
    }
}
