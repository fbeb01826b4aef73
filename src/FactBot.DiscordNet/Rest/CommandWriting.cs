using Discord;
using Wire = FactBot.Discord.Wire;

namespace FactBot.DiscordNet.Rest;

/// <summary>Converts the commands to register to Discord.Net's types.</summary>
internal static class CommandWriting
{
    public static ApplicationCommandProperties[] Of(IEnumerable<Wire.ApplicationCommand> commands) => [.. commands.Select(Of)];

    private static ApplicationCommandProperties Of(Wire.ApplicationCommand command)
    {
        HashSet<InteractionContextType>? contexts = command.Contexts is null ? null : [.. command.Contexts.Select(c => (InteractionContextType)(int)c)];
        return command.Type == Wire.CommandType.Message
            ? new MessageCommandBuilder { Name = command.Name, ContextTypes = contexts }.Build()
            : new SlashCommandBuilder
            {
                Name = command.Name,
                Description = command.Description,
                ContextTypes = contexts,
                Options = [.. (command.Options ?? []).Select(OptionOf)],
            }.Build();
    }

    private static SlashCommandOptionBuilder OptionOf(Wire.CommandOption option)
    {
        var builder = new SlashCommandOptionBuilder
        {
            Type = (ApplicationCommandOptionType)(int)option.Type,
            Name = option.Name,
            Description = option.Description,
            IsRequired = option.Required,
            IsAutocomplete = option.Autocomplete == true,
            Options = option.Options is null ? null : [.. option.Options.Select(OptionOf)],
            ChannelTypes = option.ChannelTypes is null ? null : [.. option.ChannelTypes.Select(t => (ChannelType)(int)t)],
        };
        foreach (var choice in option.Choices ?? [])
        {
            builder.AddChoice(choice.Name, choice.Value.GetString());
        }

        return builder;
    }
}
