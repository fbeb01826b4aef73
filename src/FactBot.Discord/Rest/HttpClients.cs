namespace FactBot.Discord.Rest;

internal static class HttpClients
{
    public const string Api = "discord";
    public const string Callbacks = "discord-callbacks";
    public const string Files = "discord-files";

    /// <summary>
    /// Connections that each client has at most: enough for the 50 calls a second that Discord takes, also where each answer
    /// takes a second. What comes on top waits for one, within its own time.
    /// </summary>
    public const int Connections = 64;

    /// <summary>How long a connection may take to come about; after that it won't.</summary>
    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    private const long LargestAnswer = 16 * 1024 * 1024;

    // The form that Discord asks for: https://docs.discord.com/developers/reference#user-agent
    private static readonly string UserAgent = "DiscordBot (https://github.com/factbot/factbot, "
        + $"{typeof(HttpClients).Assembly.GetName().Version?.ToString(3)})";

    public static void Configure(HttpClient client, string name)
    {
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent);
        client.Timeout = Timeout.InfiniteTimeSpan;
        if (name != Files)
        {
            client.MaxResponseContentBufferSize = LargestAnswer;
        }
    }
}
