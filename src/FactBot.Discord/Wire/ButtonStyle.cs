namespace FactBot.Discord.Wire;

/// <summary>The look of a button. A link button has a URL instead of a custom id.</summary>
public enum ButtonStyle
{
    Primary = 1,
    Secondary = 2,
    Success = 3,
    Danger = 4,
    Link = 5,
}
