using FactBot.Chat;
using FactBot.Text.Matching;

namespace FactBot.Matching;

/// <summary>
/// What somebody was about to submit, and the earlier claim that was suggested instead; or what an editor found to be a
/// duplicate. It is kept while the person decides, and after that as an example from which the team's own weights are
/// learned.
/// </summary>
public sealed class DuplicateSuggestion(TeamId teamId, PersonId person, string text, int offered, string features, DateTimeOffset at)
{
    public long Id { get; private set; }

    public TeamId TeamId { get; private set; } = teamId;

    /// <summary>Who was about to submit it; nobody else may go on with it.</summary>
    public PersonId Person { get; private set; } = person;

    public string Text { get; private set; } = text;

    /// <summary>The number of the article that was named.</summary>
    public int? Article { get; init; }

    public string? Claimant { get; init; }

    public DateOnly? SaidOn { get; init; }

    /// <summary>The number of the claim that was suggested.</summary>
    public int Offered { get; private set; } = offered;

    /// <summary>How the two compared: the values of <see cref="MatchFeatures"/>, separated by spaces.</summary>
    public string Features { get; private set; } = features;

    public DateTimeOffset At { get; private set; } = at;

    /// <summary>Whether the person found them the same; null while nobody has said.</summary>
    public bool? IsSame { get; private set; }

    public void Answer(bool isSame) => IsSame = isSame;
}
