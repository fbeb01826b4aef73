using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using FactBot.Discord.Interactions;
using FactBot.Discord.Wire;

namespace FactBot.Discord;

/// <summary>The "Discord" section of the settings. Each attribute's message says what is allowed.</summary>
public sealed class DiscordOptions
{
    public const string Section = "Discord";

    /// <summary>Far more than Discord recommends for a bot of any size this one is made for.</summary>
    internal const int MostShards = 1000;

    private const string ShardNumbers = "auto or a whole number from 1 to 1000";
    private const string TokenPlace =
        "your bot's token; it is on the Bot page of your app at https://discord.com/developers/applications";

    /// <summary>The bot's token, from the Bot page of the Developer Portal. A secret: never logged.</summary>
    [PasswordPropertyText(true)]
    [Required(ErrorMessage = TokenPlace)]
    [RegularExpression(@"\S+", ErrorMessage = TokenPlace)]
    public string Token
    {
        get;
        // A token read from a file often comes with the newline at its end.
        set => field = value.Trim();
    } = "";

    /// <summary>
    /// The application's public key in hex, from its General Information page in the Developer Portal. Needed to verify
    /// interactions that arrive over HTTP.
    /// </summary>
    [RegularExpression("[0-9A-Fa-f]{64}", ErrorMessage =
        "the 64 hexadecimal digits under \"Public Key\" on the General Information page of your app at https://discord.com/developers/applications")]
    public string PublicKey
    {
        get;
        set => field = value.Trim();
    } = "";

    /// <summary>The address of Discord's API. A bare origin, or one ending in /api, is completed to /api/v10.</summary>
    [RegularExpression("https?://.+", ErrorMessage = "an http or https address, such as https://discord.com/api/v10")]
    public Uri ApiUrl { get; set; } = new("https://discord.com/api/v10");

    /// <summary>How interactions reach the bot. All other events come over the gateway in either case.</summary>
    [EnumDataType(typeof(InteractionDelivery), ErrorMessage = "Gateway or Http")]
    public InteractionDelivery Interactions { get; set; }

    /// <summary>The number of connections to spread the guilds over: 1 to 1000, or "auto" to ask Discord.</summary>
    [Required(ErrorMessage = ShardNumbers)]
    [RegularExpression("1000|[1-9][0-9]{0,2}|(?i:auto)", ErrorMessage = ShardNumbers)]
    public string Shards { get; set; } = "auto";

    /// <summary>Whether the gateway compresses what it sends (zlib-stream).</summary>
    public bool Compress { get; set; } = true;

    /// <summary>The events to ask for. Privileged ones must be switched on in the Developer Portal first.</summary>
    public GatewayIntents Intents { get; set; } = GatewayIntents.Guilds;

    /// <summary>How long a single REST call may take on the network.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00", ErrorMessage = "a time from 00:00:01 to 00:05:00")]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long the initial response to an interaction may take. Discord wants it within 3 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00", ErrorMessage = "a time from 00:00:00.1 to 00:01:00")]
    public TimeSpan CallbackTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest rate limit to wait out. A longer one fails the call at once.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "a time from 00:00:01 to 01:00:00")]
    public TimeSpan LongestRateLimit { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The completed <see cref="ApiUrl"/>, without a trailing slash.</summary>
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

    /// <summary>Null means "ask Discord".</summary>
    internal int? ShardCount =>
        int.TryParse(Shards, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
}
