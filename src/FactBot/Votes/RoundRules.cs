using FactBot.Teams;

namespace FactBot.Votes;

/// <summary>What a round of votes goes by from its opening to its close, whatever the team changes meanwhile.</summary>
/// <param name="VotesNeeded">Ballots without which it cannot close: 1 to 9.</param>
/// <param name="Agreement">The share of its ballots that one rating needs.</param>
/// <param name="SourcesNeeded">Sources of different sites before anybody votes: 0 to 3.</param>
/// <param name="NamesDissenters">Whether its dissent is published with names, as its voters were told.</param>
public sealed record RoundRules(int VotesNeeded, Agreement Agreement, int SourcesNeeded, bool NamesDissenters)
{
    public static RoundRules Of(DeskRules rules) =>
        new(rules.Quorum, rules.Agreement, rules.SourcesNeeded, rules.NamesDissenters);
}
