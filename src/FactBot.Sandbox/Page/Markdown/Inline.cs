namespace FactBot.Sandbox.Page.Markdown;

/// <summary>A piece of a line of Discord's markdown.</summary>
/// <remarks>https://docs.discord.com/developers/reference#message-formatting</remarks>
internal abstract record Inline;

/// <summary>Characters shown as they are.</summary>
internal sealed record PlainText(string Text) : Inline;

internal sealed record LineBreak : Inline;

internal sealed record InlineCode(string Text) : Inline;

internal sealed record Styled(InlineStyle Style, IReadOnlyList<Inline> Inner) : Inline;

/// <summary>A web address, with a label or as written.</summary>
internal sealed record Link(string Url, IReadOnlyList<Inline> Label) : Inline;

/// <summary>A person (<c>@</c>), role (<c>@&amp;</c>) or channel (<c>#</c>) by id, or a command (<c>/</c>) by name.</summary>
internal sealed record Mention(string Kind, string Id) : Inline;

/// <summary>A time, in seconds of Unix time, and the letter of its display format.</summary>
internal sealed record Stamp(long Seconds, char Format) : Inline;

internal enum InlineStyle
{
    Bold,
    Italic,
    Underline,
    Struck,
    Spoiler,
}
