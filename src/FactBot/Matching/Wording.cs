using FactBot.Domain;

namespace FactBot.Matching;

/// <summary>
/// A wording that a person was about to submit and then confirmed to be the same as an existing claim. The same words lead to
/// that claim from then on.
/// </summary>
public sealed class Wording(TeamId teamId, int claim, PersonId person, string text, DateTimeOffset at)
{
    public long Id { get; private set; }

    public TeamId TeamId { get; private set; } = teamId;

    /// <summary>The number of the claim it leads to; if that claim is now a duplicate, it leads on to the original.</summary>
    public int Claim { get; private set; } = claim;

    /// <summary>The person who wrote it.</summary>
    public PersonId Person { get; private set; } = person;

    public string Text { get; private set; } = text;

    public DateTimeOffset At { get; private set; } = at;
}
