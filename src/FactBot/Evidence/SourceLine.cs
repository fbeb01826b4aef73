using FactBot.Chat;
using FactBot.Pages;

namespace FactBot.Evidence;

/// <summary>A source as one line of a list.</summary>
internal static class SourceLine
{
    public static Words Of(Source source)
    {
        Words line = Of(source.Number, source.Url, source.Site, source.Stance, source.Publisher);
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

    public static Words Of(int number, string url, string site, Stance stance, string? publisher) =>
        publisher is null
            ? (Words)$"{number}. {new PageLink(ShownHost.Of(site), url)}{HintOn(site)} ({stance.ToString().ToLowerInvariant()})"
            : $"{number}. {new PageLink(ShownHost.Of(site), url)}{HintOn(site)}, {publisher} ({stance.ToString().ToLowerInvariant()})";

    private static Words HintOn(string site) => ShownHost.IsOdd(site) ? (Words)$" ⚠ *unusual letters: check whose site it is*" : $"";
}
