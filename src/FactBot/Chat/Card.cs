namespace FactBot.Chat;

/// <summary>A framed text with a title, fields, menus and buttons, used in posts and longer replies.</summary>
public sealed record Card(Words Title)
{
    public Words? Text { get; init; }

    public CardTone Tone { get; init; }

    public IReadOnlyList<CardField> Fields { get; init; } = [];

    public Words? Footer { get; init; }

    public Picture? Picture { get; init; }

    /// <summary>Each takes a row of its own; menus and buttons share five rows.</summary>
    public IReadOnlyList<Menu> Menus { get; init; } = [];

    /// <summary>Five to a row.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];
}

/// <summary>A labelled value on a card; short ones are shown side by side.</summary>
public sealed record CardField(Words Name, Words Value, bool IsShort = false);

/// <summary>What a card's colour conveys; never by colour only.</summary>
public enum CardTone
{
    Neutral,
    Waiting,
    Active,
    Good,
    Trouble,
}
