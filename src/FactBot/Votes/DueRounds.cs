using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Domain.Votes;
using FactBot.Storage;

namespace FactBot.Votes;

/// <summary>Closes rounds that end at their due time.</summary>
public sealed class DueRounds(FactBotDbContext db)
{
    /// <summary>Closes the claim's round if that is due, and gives it its rules if it has none. The caller saves.</summary>
    /// <returns>Whether anything was changed.</returns>
    public bool Close(Team team, Claim claim)
    {
        var context = db.ContextFor(team);
        var lacksRules = claim is { Stage: Stage.Open, RoundRules: null };
        if (lacksRules)
        {
            db.Apply(context, claim, new RoundRulesKept(RoundRules.Of(team.Rules)));
        }

        if (claim.Stage != Stage.Open || !(claim.RoundDue <= context.At) || !claim.HasVotesNeeded(team.Rules))
        {
            return lacksRules;
        }

        db.Apply(context, claim, new RoundClosed());
        return true;
    }
}
