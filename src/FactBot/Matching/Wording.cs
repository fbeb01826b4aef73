using FactBot.Chat;

namespace FactBot.Matching;

/// <summary>
/// Words in which somebody was about to submit a claim that was there already, as they said themselves. Whoever comes with
/// them again is led to that claim.
/// </summary>
public sealed class Wording(TeamId teamId, int claim, PersonId person, string text, DateTimeOffset at)
{
    public long Id { get; private set; }

    public TeamId TeamId { get; private set; } = teamId;

    /// <summary>The number of the claim that it leads to; where that is a duplicate by now, to the one it repeats.</summary>
    public int Claim { get; private set; } = claim;

    /// <summary>Whose words they are.</summary>
    public PersonId Person { get; private set; } = person;

    public string Text { get; private set; } = text;

    public DateTimeOffset At { get; private set; } = at;
}
