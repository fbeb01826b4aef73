namespace FactBot.Sandbox.Page.Markdown;

/// <summary>Links to Discord's own messages and channels, which open within the page.</summary>
internal static class MessageLink
{
    private const string Start = "https://discord.com/channels/";

    /// <summary>Whether an address is a web address, and not something a browser would run.</summary>
    public static bool IsWeb(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https");

    /// <summary>Returns the channel that such a link leads to; null for any other address.</summary>
    public static string? ChannelOf(string url) =>
        url.StartsWith(Start, StringComparison.Ordinal) && url[Start.Length..].Split('/') is [_, var channel, ..] ? channel : null;
}
