namespace FactBot.Domain.Teams;

/// <summary>The context an event is applied in: who caused it, when, and in which team.</summary>
/// <param name="By">The person who caused it; null if the bot did it by itself.</param>
/// <param name="At">In whole milliseconds, the precision of the database.</param>
/// <param name="Team">The team, with the rules in force at that moment.</param>
/// <param name="RequestId">The request that caused it.</param>
public sealed record EventContext(PersonId? By, DateTimeOffset At, Team Team, string? RequestId)
{
    /// <summary>The person who caused it.</summary>
    /// <exception cref="InvalidOperationException">The bot did it by itself.</exception>
    public PersonId Who => By ?? throw new InvalidOperationException("Nobody does this; the desk does it by itself.");

    public DeskRules Rules => Team.Rules;

    /// <summary>The edition of the rules it is applied under; an earlier one only when a trail is replayed.</summary>
    public int Edition { get; init; } = DeskEvent.PresentEdition;
}
