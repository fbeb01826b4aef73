using FactBot.Chat;
using FactBot.Teams;

namespace FactBot.Audit;

/// <summary>Who does something, when and where, as a deed needs it.</summary>
/// <param name="By">Null for what the desk does by itself.</param>
/// <param name="At">In whole milliseconds, as the database keeps it.</param>
/// <param name="Team">With the rules of that moment.</param>
/// <param name="RequestId">The request that asked for it.</param>
public sealed record Act(PersonId? By, DateTimeOffset At, Team Team, string? RequestId)
{
    /// <summary>The person who does it.</summary>
    /// <exception cref="InvalidOperationException">The desk does it by itself.</exception>
    public PersonId Who => By ?? throw new InvalidOperationException("Nobody does this; the desk does it by itself.");

    public DeskRules Rules => Team.Rules;

    /// <summary>By which edition of the rules it is done; an old one only where a trail is replayed.</summary>
    public int Edition { get; init; } = Deed.PresentEdition;
}
