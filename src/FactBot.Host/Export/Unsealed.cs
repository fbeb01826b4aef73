using FactBot.Claims;
using FactBot.Votes;

namespace FactBot.Host.Export;

/// <summary>What of a claim's votes may be read: those of rounds that have closed.</summary>
internal static class Unsealed
{
    public static IEnumerable<Ballot> BallotsOf(Claim claim) => claim.Ballots.Where(b => !b.IsSetAside && claim.IsUnsealed(b.Round));
}
