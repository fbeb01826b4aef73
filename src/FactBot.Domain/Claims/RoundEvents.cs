using FactBot.Domain.Teams;
using FactBot.Domain.Votes;

namespace FactBot.Domain.Claims;

/// <summary>The bot closed a round whose missing votes were past due, because the others sufficed.</summary>
public sealed record RoundClosed : ClaimEvent
{
    public override void ApplyTo(Claim claim, EventContext context) => claim.CloseRoundAtDue(context);
}

/// <summary>
/// A round follows these rules from now on: the team's, if it was opened before rounds kept their rules, or with one vote
/// more, if the claim's submitter was erased.
/// </summary>
public sealed record RoundRulesKept(RoundRules Rules) : ClaimEvent
{
    public override void ApplyTo(Claim claim, EventContext context) => claim.KeepRules(Rules);
}
