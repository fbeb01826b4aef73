using FactBot.Text.Characters;

namespace FactBot.Text.Pages;

/// <summary>What a person reads of a page: its article without the menus, advertisements and comments around it.</summary>
/// <param name="Text">Plain text: paragraphs, headings and list items apart by line feeds.</param>
public sealed record ReadablePage(string Text)
{
    public string Text { get; } = CleanText.Of(Text.ReplaceLineEndings("\n"));

    public string? Title { get; init; }

    /// <summary>Who wrote it.</summary>
    public string? Byline { get; init; }

    /// <summary>The site's name.</summary>
    public string? Publisher { get; init; }

    public DateTimeOffset? Published { get; init; }

    /// <summary>A date as the page has it that could be two days, such as 03/04/2026, where nothing tells which; then none is <see cref="Published"/>.</summary>
    public string? UnclearDate { get; init; }

    /// <summary>When the page says that it was changed last.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>The language's code in small letters, such as <c>en</c> or <c>uk</c>.</summary>
    public string? Language { get; init; }

    /// <summary>The address that the page calls its own, under which all its copies are one.</summary>
    public Uri? Canonical { get; init; }

    /// <summary>Whether the page says that not everybody may read it whole.</summary>
    public bool IsPaywalled { get; init; }
}
