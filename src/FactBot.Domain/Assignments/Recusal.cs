namespace FactBot.Domain.Assignments;

/// <summary>A reviewer's recusal from a claim on which they are not impartial.</summary>
/// <param name="Reason">Null if they gave none.</param>
public sealed record Recusal(PersonId Person, string? Reason, DateTimeOffset At);
