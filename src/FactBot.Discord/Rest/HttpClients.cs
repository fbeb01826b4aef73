namespace FactBot.Discord.Rest;

internal static class HttpClients
{
    public const string Api = "discord";
    public const string Callbacks = "discord-callbacks";
    public const string Files = "discord-files";

    /// <summary>
    /// The most connections per client: enough for the 50 calls a second that Discord allows, even if each answer takes a
    /// second. Further calls wait for a connection, within their own timeout.
    /// </summary>
    public const int Connections = 64;

    /// <summary>How long connecting may take; after that it won't succeed.</summary>
    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    private const long LargestAnswer = 16 * 1024 * 1024;

    // The format Discord asks for: https://docs.discord.com/developers/reference#user-agent
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
