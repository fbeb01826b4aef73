using System.Globalization;
using FactBot.Discord.Interactions;
using FactBot.Discord.Wire;

namespace FactBot.Discord;

/// <summary>The section "Discord" of the settings.</summary>
public sealed class DiscordOptions
{
    public const string Section = "Discord";

    /// <summary>Far beyond what Discord recommends to a bot of any size this one is made for.</summary>
    internal const int MostShards = 1000;

    /// <summary>The bot's token, from the Bot page of the Developer Portal. A secret: never logged.</summary>
    public string Token
    {
        get;
        // A token that comes from a file often brings the end of its line along.
        set => field = value.Trim();
    } = "";

    /// <summary>
    /// The application's public key in hex, from its General Information page in the Developer Portal; needed to
    /// check interactions that come by HTTP.
    /// </summary>
    public string PublicKey
    {
        get;
        set => field = value.Trim();
    } = "";

    /// <summary>Where Discord's API is; a bare origin, or one ending in /api, is completed to /api/v10.</summary>
    public Uri ApiUrl { get; set; } = new("https://discord.com/api/v10");

    /// <summary>How interactions reach the bot; all other events come over the gateway in any case.</summary>
    public InteractionDelivery Interactions { get; set; }

    /// <summary>Over how many connections the guilds are spread: a number from 1 to 1000, or "auto" to ask Discord.</summary>
    public string Shards { get; set; } = "auto";

    /// <summary>Whether the gateway compresses what it sends (zlib-stream).</summary>
    public bool Compress { get; set; } = true;

    /// <summary>Events to ask for. Privileged ones must be switched on in the Developer Portal first.</summary>
    public GatewayIntents Intents { get; set; } = GatewayIntents.Guilds;

    /// <summary>How long a single REST call may take on the network.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long the first answer to an interaction may take, which Discord wants within 3 seconds.</summary>
    public TimeSpan CallbackTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest rate limit that is waited out; a longer one fails the call at once.</summary>
    public TimeSpan LongestRateLimit { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The completed <see cref="ApiUrl"/>, without a slash at its end.</summary>
    internal string ApiRoot
    {
        get
        {
            var root = ApiUrl.GetLeftPart(UriPartial.Path).TrimEnd('/');
            if (ApiUrl.AbsolutePath.Trim('/').Length == 0)
            {
                root += "/api";
            }
            return root.EndsWith("/api", StringComparison.Ordinal) ? root + "/v10" : root;
        }
    }

    /// <summary>Null when Discord is to be asked.</summary>
    internal int? ShardCount =>
        int.TryParse(Shards, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    internal bool AreShardsValid =>
        ShardCount is null ? Shards.Equals("auto", StringComparison.OrdinalIgnoreCase) : ShardCount is >= 1 and <= MostShards;
}
