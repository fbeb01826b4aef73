using FactBot.Domain.Claims;
using FactBot.Domain.Votes;

namespace FactBot.Tests.Claims;

/// <summary>Finds ratings and reasons of rounds that are still open in what people can read.</summary>
internal sealed class SealWatch
{
    private List<string> secrets = [];

    /// <summary>Looks at which ballots are sealed now, by the rule itself: those of a round that has not closed.</summary>
    public void Look(IReadOnlyList<Claim> claims)
    {
        var (sealedOnes, open) = Split(claims);
        var known = open.Select(b => b.Rating)
            .Concat(claims.SelectMany(c => c.Verdicts).Select(v => v.Rating))
            .Concat(claims.Select(c => c.Proposal?.Rating).OfType<string>()).ToHashSet();
        secrets = [.. sealedOnes.Select(b => b.Reason), .. sealedOnes.Select(b => b.Rating).Where(r => !known.Contains(r)).Distinct()];
    }

    /// <summary>How much there is to find now.</summary>
    public int Count => secrets.Count;

    /// <summary>The texts that tell what is sealed. A text that lists a whole scale tells nothing.</summary>
    public IReadOnlyList<string> LeaksIn(IEnumerable<string> texts) =>
    [
        .. texts.Where(t => secrets.Exists(s => t.Contains(s, StringComparison.OrdinalIgnoreCase)))
            .Where(t => !t.Contains("is no rating of this team", StringComparison.Ordinal)),
    ];

    private static (List<Ballot> Sealed, List<Ballot> Open) Split(IReadOnlyList<Claim> claims)
    {
        var ballots = claims.SelectMany(c => c.Ballots, (c, b) => (IsSealed: c.Stage == Stage.Open && b.Round == c.Round, Ballot: b)).ToLookup(b => b.IsSealed, b => b.Ballot);
        return ([.. ballots[true]], [.. ballots[false]]);
    }
}
