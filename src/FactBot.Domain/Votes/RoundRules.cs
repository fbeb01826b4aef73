using FactBot.Domain.Teams;

namespace FactBot.Domain.Votes;

/// <summary>The rules of a round of votes from opening to close, whatever the team changes in the meantime.</summary>
/// <param name="VotesNeeded">Ballots it needs before it can close: 1 to 9.</param>
/// <param name="Agreement">The share of its ballots that one rating needs.</param>
/// <param name="SourcesNeeded">Sources from different sites needed before anyone votes: 0 to 3.</param>
/// <param name="NamesDissenters">Whether its dissent is published with names, as its voters were told.</param>
public sealed record RoundRules(int VotesNeeded, Agreement Agreement, int SourcesNeeded, bool NamesDissenters)
{
    public static RoundRules Of(DeskRules rules) =>
        new(rules.Quorum, rules.Agreement, rules.SourcesNeeded, rules.NamesDissenters);
}
