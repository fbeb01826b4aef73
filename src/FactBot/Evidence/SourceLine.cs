using FactBot.Chat;

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
            ? (Words)$"{number}. {new PageLink(site, url)} ({stance.ToString().ToLowerInvariant()})"
            : $"{number}. {new PageLink(site, url)}, {publisher} ({stance.ToString().ToLowerInvariant()})";
}
