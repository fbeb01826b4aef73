using System.Collections.Concurrent;
using Discord;
using Discord.Rest;
using FactBot.Discord.Rest;

namespace FactBot.DiscordNet.Rest;

/// <summary>
/// Finds channels and guilds. Discord.Net posts through channel objects, which it has to fetch. They are cached, since only
/// their id is used.
/// </summary>
internal sealed class Places(RestLogin login, RestCare care)
{
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<ulong, IMessageChannel> channels = new();

    public async Task<RestChannel> GetChannelAsync(ulong id, CancellationToken cancellationToken) =>
        await (await login.GetAsync(cancellationToken)).GetChannelAsync(id, NetConfig.For(care, cancellationToken))
        ?? throw Missing(id, ErrorCodes.UnknownChannel, "Unknown Channel");

    public async Task<IMessageChannel> GetMessageChannelAsync(ulong id, CancellationToken cancellationToken) =>
        channels.TryGetValue(id, out var known) ? known
        : await GetChannelAsync(id, cancellationToken) is IMessageChannel found ? Keep(found)
        : throw Missing(id, ErrorCodes.UnknownChannel, "No channel for messages");

    public async Task<RestGuild> GetGuildAsync(ulong id, CancellationToken cancellationToken) =>
        await (await login.GetAsync(cancellationToken)).GetGuildAsync(id, NetConfig.For(care, cancellationToken))
        ?? throw Missing(id, ErrorCodes.UnknownGuild, "Unknown Guild");

    public IMessageChannel Keep(IMessageChannel channel)
    {
        if (channels.Count >= Most)
        {
            channels.Clear();
        }

        return channels[channel.Id] = channel;
    }

    // Discord.Net returns null for what doesn't exist.
    public static DiscordApiException Missing(ulong id, int code, string message) =>
        ApiErrors.Refused($"{id}", System.Net.HttpStatusCode.NotFound, code, message, [], retryAfter: null);
}
