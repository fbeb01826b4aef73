using FactBot.Domain.Claims;
using FactBot.Domain.Votes;

namespace FactBot.Host.Export;

/// <summary>The votes on a claim that may be read: those of closed rounds.</summary>
internal static class Unsealed
{
    public static IEnumerable<Ballot> BallotsOf(Claim claim) => claim.Ballots.Where(b => !b.IsSetAside && claim.IsUnsealed(b.Round));
}
