using FactBot.Audit;
using FactBot.Claims;

namespace FactBot.Votes;

/// <summary>The desk closed a round whose missing votes were due, since the others sufficed.</summary>
public sealed record RoundClosed : ClaimDeed
{
    public override string Action => "closed the round of";

    public override void ApplyTo(Claim claim, Act act) => claim.CloseRoundAtDue(act);

    public override Notice? NoticeOn(Claim claim) => claim.TellClosedRound(this);
}

/// <summary>
/// A round goes by these rules from now on: the team's, where it was open when the desk learned to keep a round's rules, or
/// with a vote more, where whoever submitted the claim was forgotten.
/// </summary>
public sealed record RoundRulesKept(RoundRules Rules) : ClaimDeed
{
    public override string Action => "kept the rules of the round of";

    public override void ApplyTo(Claim claim, Act act) => claim.KeepRules(Rules);
}
