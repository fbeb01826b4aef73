namespace FactBot.Chat;

/// <summary>Whether the bot can use a channel for the purpose the team chose it for.</summary>
/// <param name="IsThere">Whether the channel exists.</param>
/// <param name="Missing">The permissions the bot lacks in it, by the names the chat shows.</param>
/// <param name="IsRoleHeard">Whether the given role is pinged when the bot mentions it there; true if no role was given.</param>
public sealed record ChannelState(bool IsThere, IReadOnlyList<string> Missing, bool IsRoleHeard = true);

/// <summary>The purpose of a channel.</summary>
public enum ChannelUse
{
    Cards,
    Verdicts,
    Digests,
}
