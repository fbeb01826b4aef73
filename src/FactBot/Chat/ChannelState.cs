namespace FactBot.Chat;

/// <summary>Whether the bot can use a channel for what the team chose it for.</summary>
/// <param name="IsThere">Whether the channel is there at all.</param>
/// <param name="Missing">The permissions that the bot lacks in it, by the names that the chat shows.</param>
/// <param name="IsRoleHeard">Whether the role that was asked about is called when the bot names it there; true where none was.</param>
public sealed record ChannelState(bool IsThere, IReadOnlyList<string> Missing, bool IsRoleHeard = true);

/// <summary>What a channel is for.</summary>
public enum ChannelUse
{
    Cards,
    Verdicts,
    Digests,
}
