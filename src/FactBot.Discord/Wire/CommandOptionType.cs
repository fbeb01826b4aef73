using System.Diagnostics.CodeAnalysis;

namespace FactBot.Discord.Wire;

/// <summary>The type of an option's value, or that it is a subcommand.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "Discord's names for them")]
public enum CommandOptionType
{
    SubCommand = 1,
    SubCommandGroup = 2,
    String = 3,
    Integer = 4,
    Boolean = 5,
    User = 6,
    Channel = 7,
    Role = 8,
    Mentionable = 9,
    Number = 10,
    Attachment = 11,
}
