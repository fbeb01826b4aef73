namespace FactBot.Domain.Digests;

/// <summary>A digest was made.</summary>
/// <param name="Due">The instant of its slot.</param>
/// <param name="From">The start of the time it covers.</param>
public sealed record DigestMade(DigestKind Kind, string Key, DateTimeOffset Due, DateTimeOffset From) : DeskEvent;
