using System.Collections.Concurrent;
using Discord.WebSocket;

namespace FactBot.DiscordNet.Interactions;

/// <summary>The interactions still open. Discord.Net responds through the object, the host through its token.</summary>
internal sealed class OpenInteractions(TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<string, (SocketInteraction Interaction, long At)> byToken = new();

    public void Keep(SocketInteraction interaction)
    {
        foreach (var old in byToken.Where(i => time.GetElapsedTime(i.Value.At) > Life))
        {
            byToken.TryRemove(old);
        }

        byToken[interaction.Token] = (interaction, time.GetTimestamp());
    }

    /// <summary>Returns null for an interaction that didn't come over Discord.Net's gateway, or came too long ago.</summary>
    public SocketInteraction? Find(string token) => byToken.TryGetValue(token, out var kept) ? kept.Interaction : null;
}
