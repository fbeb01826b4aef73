using FactBot.Chat;
using FactBot.Domain.Evidence;
using FactBot.Text.Addresses;

namespace FactBot.Evidence;

/// <summary>A source as one line of a list.</summary>
internal static class SourceLine
{
    public static Words Of(Source source)
    {
        Words line = Of(source.Number, source.Url, source.Stance, source.Publisher);
        Words by = source.Author is { } author ? (Words)$", by {author}" : $"";
        Words state = source switch
        {
            { IsStruck: true } => $" · struck",
            { Archive: { WhyNot: not null } } => $" · not kept",
            { Archive: not null } => $" · kept",
            _ => $"",
        };
        return $"{line}{by}{state}";
    }

    public static Words Of(int number, string url, Stance stance, string? publisher) =>
        publisher is null
            ? (Words)$"{number}. {new PageLink(NameOf(url), url)}{HintOn(url)} ({stance.ToString().ToLowerInvariant()})"
            : $"{number}. {new PageLink(NameOf(url), url)}{HintOn(url)}, {publisher} ({stance.ToString().ToLowerInvariant()})";

    /// <summary>Returns the site's name, in letters that can't imitate another's.</summary>
    public static string NameOf(string url) => ShownHost.Of(WebSite.ShownOf(url));

    private static Words HintOn(string url) =>
        ShownHost.IsOdd(WebSite.ShownOf(url)) ? (Words)$" ⚠ *unusual letters: check whose site it is*" : $"";
}
