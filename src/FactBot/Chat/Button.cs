namespace FactBot.Chat;

/// <summary>A button that makes a request: the command and the options it already knows.</summary>
public sealed record Button(Words Label, string Command, params (string Name, string Value)[] Options)
{
    public ButtonLook Look { get; init; }

    /// <summary>Whether the answer takes the place of the message that the button is on, as a page does.</summary>
    public bool TurnsPage { get; init; }
}

/// <summary>How much a button asks to be pressed.</summary>
public enum ButtonLook
{
    Plain,
    Main,
    Good,
    Danger,
}
