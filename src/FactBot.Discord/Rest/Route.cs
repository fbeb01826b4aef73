using System.Globalization;
using FactBot.Discord.Wire;

namespace FactBot.Discord.Rest;

/// <summary>A REST call without its body, as the rate limits see it.</summary>
internal sealed record Route
{
    private Route(HttpMethod method, FormattableString path)
    {
        var arguments = path.GetArguments();
        Method = method;
        PathTemplate = path.Format;
        Template = $"{method} {path.Format}";
        Path = path.ToString(CultureInfo.InvariantCulture);
        var shown = arguments.Select(part => part is Snowflake ? part : "…").ToArray();
        Shown = $"{method} " + string.Format(CultureInfo.InvariantCulture, path.Format, shown);
        Major = MajorOf(path.Format, arguments);
        IsRepeatable = method != HttpMethod.Post;
    }

    public HttpMethod Method { get; }

    /// <summary>The same for all calls of one kind.</summary>
    public string Template { get; }

    /// <summary>The path with placeholders for its ids and tokens.</summary>
    public string PathTemplate { get; }

    public string Path { get; }

    /// <summary>The method and path without secrets, for logs and errors.</summary>
    public string Shown { get; }

    /// <summary>The channel, guild or webhook that a limit is counted for; empty if there is none.</summary>
    public string Major { get; }

    /// <summary>False for interactions and their webhooks, which have their own token and no global limit.</summary>
    public bool IsAuthorised { get; private init; } = true;

    /// <summary>Whether sending it twice has the same effect as sending it once.</summary>
    public bool IsRepeatable { get; init; }

    public static Route Get(FormattableString path) => new(HttpMethod.Get, path);
    public static Route Post(FormattableString path) => new(HttpMethod.Post, path);
    public static Route Put(FormattableString path) => new(HttpMethod.Put, path);
    public static Route Patch(FormattableString path) => new(HttpMethod.Patch, path);
    public static Route Delete(FormattableString path) => new(HttpMethod.Delete, path);

    public Route WithoutToken() => this with { IsAuthorised = false };

    // https://docs.discord.com/developers/topics/rate-limits: limits are per top-level resource.
    private static string MajorOf(string format, object?[] arguments) => format.Split('/')[1] switch
    {
        "channels" or "guilds" => $"{arguments[0]}",
        "webhooks" or "interactions" => $"{arguments[0]}/{arguments[1]}",
        _ => "",
    };
}
