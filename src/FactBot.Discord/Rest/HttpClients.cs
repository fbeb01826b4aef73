namespace FactBot.Discord.Rest;

internal static class HttpClients
{
    public const string Api = "discord";
    public const string Callbacks = "discord-callbacks";
    public const string Files = "discord-files";

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
