using System.Diagnostics.CodeAnalysis;

namespace FactBot.Discord.Wire;

/// <summary>One line, or several.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "Discord's name for it")]
public enum TextInputStyle
{
    Short = 1,
    Paragraph = 2,
}
