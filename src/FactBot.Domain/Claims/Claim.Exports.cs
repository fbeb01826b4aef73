using FactBot.Domain.Assignments;
using FactBot.Domain.Teams;

namespace FactBot.Domain.Claims;

/// <summary>What an export leaves out of the claim: the sealed votes of its open round.</summary>
public sealed partial class Claim
{
    /// <summary>Replays a vote that was left out: the voter has a place, but there is no ballot.</summary>
    internal void CastLeftOut(EventContext context)
    {
        (FindSeat(context.Who) ?? Seat(context.Who, context.At, context)).Finish(context.At);
        Revision++;
    }

    /// <summary>Removes the sealed votes and makes them outstanding again.</summary>
    internal void LeaveOutSealed()
    {
        ballots.RemoveAll(b => b.Round == Round);
        foreach (var seat in Panel.Where(a => a.State == AssignmentState.Done).ToList())
        {
            seat.OpenAgain();
        }
    }
}
