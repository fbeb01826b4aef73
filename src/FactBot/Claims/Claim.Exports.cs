using FactBot.Assignments;
using FactBot.Audit;

namespace FactBot.Claims;

/// <summary>What an export leaves out of the claim: the votes of its open round, which are sealed.</summary>
public sealed partial class Claim
{
    /// <summary>A vote was cast that was left out: its place was taken.</summary>
    internal void CastLeftOut(Act act)
    {
        (FindSeat(act.Who) ?? Seat(act.Who, act.At, act)).Finish(act.At);
        Revision++;
    }

    /// <summary>The sealed votes are gone, and owed again.</summary>
    internal void LeaveOutSealed()
    {
        ballots.RemoveAll(b => b.Round == Round);
        foreach (var seat in Panel.Where(a => a.State == AssignmentState.Done).ToList())
        {
            seat.OpenAgain();
        }
    }
}
