using Discord;
using Discord.Net.Rest;
using Discord.Rest;
using Discord.WebSocket;
using FactBot.Discord.Wire;
using FactBot.DiscordNet.Gateway;
using FactBot.DiscordNet.Rest;
using GatewayIntents = Discord.GatewayIntents;

namespace FactBot.DiscordNet;

/// <summary>The configuration of Discord.Net's clients.</summary>
internal static class NetConfig
{
    /// <summary>Discord.Net's queue waits for route limits; the code around it handles all other failures.</summary>
    private const RetryMode Retries = RetryMode.RetryRatelimit;

    public static DiscordRestConfig ForRest(RestCare care) => Set(new DiscordRestConfig(), care);

    /// <param name="care">What all calls share.</param>
    /// <param name="guard">Lets Identifies through.</param>
    /// <param name="gateway">What Discord said about its gateway.</param>
    /// <param name="shards">The number of connections.</param>
    public static DiscordSocketConfig ForGateway(RestCare care, IdentifyGuard guard, GatewayBot gateway, int shards) => Set(
        new DiscordSocketConfig
        {
            TotalShards = shards,
            IdentifyMaxConcurrency = Math.Max(1, gateway.SessionStartLimit.MaxConcurrency),
            GatewayHost = new UriBuilder(gateway.Url)
            {
                Query = $"v={DiscordConfig.APIVersion}&encoding={DiscordSocketConfig.GatewayEncoding}{(care.Options.Compress ? "&compress=zlib-stream" : "")}",
            }.Uri.AbsoluteUri,
            GatewayIntents = (GatewayIntents)(int)care.Options.Intents,
            WebSocketProvider = guard.OpenSocket,
            ConnectionTimeout = (int)TimeSpan.FromMinutes(1).TotalMilliseconds,
            // Our handlers pass events on and return.
            HandlerTimeout = null,
            LogGatewayIntentWarnings = false,
        },
        care);

    /// <summary>Returns the options for one call, which ends when it is cancelled.</summary>
    public static RequestOptions For(RestCare care, CancellationToken cancellationToken) => new()
    {
        CancelToken = cancellationToken,
        RetryMode = Retries,
        Timeout = (int)(care.Options.RequestTimeout + care.Options.LongestRateLimit).TotalMilliseconds,
    };

    private static T Set<T>(T config, RestCare care)
        where T : DiscordRestConfig
    {
        var root = care.Options.ApiRoot + "/";
        config.RestClientProvider = _ => new CarefulRestClient(DefaultRestClientProvider.Instance(root), care);
        config.DefaultRetryMode = Retries;
        config.LogLevel = LogSeverity.Debug;
        // Discord states waits relative to its own clock, and the code that responds knows whether it is too late.
        config.UseSystemClock = false;
        config.UseInteractionSnowflakeDate = false;
        config.ResponseInternalTimeCheck = false;
        return config;
    }
}
