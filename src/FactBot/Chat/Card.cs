namespace FactBot.Chat;

/// <summary>A framed text with a title, fields, menus and buttons, as posts and longer replies show it.</summary>
public sealed record Card(Words Title)
{
    public Words? Text { get; init; }

    public CardTone Tone { get; init; }

    public IReadOnlyList<CardField> Fields { get; init; } = [];

    public Words? Footer { get; init; }

    public Picture? Picture { get; init; }

    /// <summary>Each in a row of its own; menus and buttons have five rows together.</summary>
    public IReadOnlyList<Menu> Menus { get; init; } = [];

    /// <summary>Five in a row.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];
}

/// <summary>A labelled value on a card; short ones stand side by side.</summary>
public sealed record CardField(Words Name, Words Value, bool IsShort = false);

/// <summary>What a card's colour says; never the only bearer of a meaning.</summary>
public enum CardTone
{
    Neutral,
    Waiting,
    Active,
    Good,
    Trouble,
}
