using FactBot.Domain;
using FactBot.Text.Matching;

namespace FactBot.Matching;

/// <summary>
/// What a person was about to submit and the earlier claim that was suggested instead, or what an editor marked as a duplicate.
/// It's kept while the person decides, and afterwards as an example that the team's own weights are learned from.
/// </summary>
public sealed class DuplicateSuggestion(TeamId teamId, PersonId person, string text, int offered, string features, DateTimeOffset at)
{
    public long Id { get; private set; }

    public TeamId TeamId { get; private set; } = teamId;

    /// <summary>The person who was about to submit it; only they can continue.</summary>
    public PersonId Person { get; private set; } = person;

    public string Text { get; private set; } = text;

    /// <summary>The number of the article that the person named.</summary>
    public int? Article { get; init; }

    public string? Claimant { get; init; }

    public DateOnly? SaidOn { get; init; }

    /// <summary>The number of the claim that was suggested.</summary>
    public int Offered { get; private set; } = offered;

    /// <summary>How the two compare: the values of <see cref="MatchFeatures"/>, separated by spaces.</summary>
    public string Features { get; private set; } = features;

    public DateTimeOffset At { get; private set; } = at;

    /// <summary>Whether the two are the same; null while unanswered.</summary>
    public bool? IsSame { get; private set; }

    public void Answer(bool isSame) => IsSame = isSame;
}
