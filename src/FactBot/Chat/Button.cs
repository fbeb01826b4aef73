namespace FactBot.Chat;

/// <summary>A button that makes a request: the command, and the options already known.</summary>
public sealed record Button(Words Label, string Command, params (string Name, string Value)[] Options)
{
    public ButtonLook Look { get; init; }

    /// <summary>Whether the reply replaces the message the button is on, as when turning a page.</summary>
    public bool TurnsPage { get; init; }
}

/// <summary>How prominent a button is.</summary>
public enum ButtonLook
{
    Plain,
    Main,
    Good,
    Danger,
}
