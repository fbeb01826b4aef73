using FactBot.Chat;

namespace FactBot.Assignments;

/// <summary>A reviewer keeps out of a claim, since they are not impartial in it.</summary>
/// <param name="Reason">Null where they did not say.</param>
public sealed record Recusal(PersonId Person, string? Reason, DateTimeOffset At);
