namespace FactBot.Sandbox.Page.Markdown;

/// <summary>Links to Discord's own messages and channels, which are followed within the page.</summary>
internal static class MessageLink
{
    private const string Start = "https://discord.com/channels/";

    /// <summary>The channel that such a link leads to; null for any other address.</summary>
    public static string? ChannelOf(string url) =>
        url.StartsWith(Start, StringComparison.Ordinal) && url[Start.Length..].Split('/') is [_, var channel, ..] ? channel : null;
}
