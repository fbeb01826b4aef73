using FactBot.Text.Characters;

namespace FactBot.Text.Pages;

/// <summary>The part of a page that people read: the article without menus, advertisements and comments.</summary>
/// <param name="Text">Plain text, with line feeds between paragraphs, headings and list items.</param>
public sealed record ReadablePage(string Text)
{
    public string Text { get; } = CleanText.Of(Text.ReplaceLineEndings("\n"));

    public string? Title { get; init; }

    /// <summary>The author or authors.</summary>
    public string? Byline { get; init; }

    /// <summary>The site's name.</summary>
    public string? Publisher { get; init; }

    public DateTimeOffset? Published { get; init; }

    /// <summary>A date that may be two days, such as 03/04/2026, as written; <see cref="Published"/> is then null.</summary>
    public string? UnclearDate { get; init; }

    /// <summary>When the page says it was last modified.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>The language code in lower case, such as <c>en</c> or <c>uk</c>.</summary>
    public string? Language { get; init; }

    /// <summary>The address that the page calls its own, which all its copies share.</summary>
    public Uri? Canonical { get; init; }

    /// <summary>Whether the page says that only some people can read all of it.</summary>
    public bool IsPaywalled { get; init; }
}
