using System.Net;

namespace FactBot.Sandbox.Page;

/// <summary>
/// Rejects requests that a web page of another origin makes a browser send: forged posts and websockets (recognized by their
/// Origin) and host names pointed at this machine (DNS rebinding). Programs send no Origin and aren't affected.
/// </summary>
internal static class OwnOrigin
{
    public static Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        var host = context.Request.Host;
        var origin = context.Request.Headers.Origin.ToString();
        if (!IsOwnName(host.Host))
            return RefuseAsync(context, "Open the sandbox by its address or as localhost; other names are refused.");
        return origin.Length == 0 || origin == $"{context.Request.Scheme}://{host}"
            ? next(context)
            : RefuseAsync(context, "The sandbox answers no page of another origin.");
    }

    /// <summary>Whether the name resolves without a DNS server.</summary>
    public static bool IsOwnName(string host) => host == "localhost" || IPAddress.TryParse(host.Trim('[', ']'), out _);

    private static Task RefuseAsync(HttpContext context, string sentence) =>
        JsonEndpoint.RefuseAsync(context, StatusCodes.Status403Forbidden, sentence);
}
