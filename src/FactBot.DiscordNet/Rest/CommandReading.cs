using System.Globalization;
using Discord;
using Wire = FactBot.Discord.Wire;

namespace FactBot.DiscordNet.Rest;

/// <summary>Converts registered commands from Discord.Net's types.</summary>
internal static class CommandReading
{
    public static Wire.ApplicationCommand Of(IApplicationCommand command) => new()
    {
        Id = new(command.Id),
        Name = command.Name,
        Type = (Wire.CommandType)(int)command.Type,
        Description = command.Description,
        Options = [.. (command.Options ?? []).Select(OptionOf)],
    };

    private static Wire.CommandOption OptionOf(IApplicationCommandOption option) => new()
    {
        Type = (Wire.CommandOptionType)(int)option.Type,
        Name = option.Name,
        Description = option.Description,
        Required = option.IsRequired,
        Autocomplete = option.IsAutocomplete,
        Choices = [.. (option.Choices ?? []).Select(c => new Wire.CommandChoice(c.Name, Convert.ToString(c.Value, CultureInfo.InvariantCulture) ?? ""))],
        ChannelTypes = [.. (option.ChannelTypes ?? []).Select(t => (Wire.ChannelType)(int)t)],
        Options = [.. (option.Options ?? []).Select(OptionOf)],
    };
}
