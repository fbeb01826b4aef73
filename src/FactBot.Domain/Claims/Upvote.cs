namespace FactBot.Domain.Claims;

/// <summary>A member's upvote: they want the claim checked next.</summary>
public sealed class Upvote(PersonId person, DateTimeOffset at)
{
    public long Id { get; private set; }

    public PersonId Person { get; private set; } = person;

    public DateTimeOffset At { get; private set; } = at;
}
