using FactBot.Chat;
using FactBot.Discord.Wire;

namespace FactBot.Host.Chat;

/// <summary>FactBot's commands as registered with Discord. The first word is the command, the second its subcommand.</summary>
internal static class CommandDefinitions
{
    public static IReadOnlyList<ApplicationCommand> All { get; } =
    [
        .. Commands.All.Select(c => c.Spec).Where(s => s.Kind == CommandKind.Slash)
            .GroupBy(s => s.Name.Split(' ')[0]).Select(SlashCommandOf),
        .. Commands.All.Select(c => c.Spec).Where(s => s.Kind == CommandKind.OnMessage)
            .Select(s => new ApplicationCommand { Name = s.Name, Type = CommandType.Message }),
    ];

    /// <summary>The same commands for all servers at once, but not for direct messages.</summary>
    public static IReadOnlyList<ApplicationCommand> Global { get; } =
        [.. All.Select(c => c with { Contexts = [InteractionContext.Guild] })];

    private static ApplicationCommand SlashCommandOf(IGrouping<string, CommandSpec> specs)
    {
        var command = new ApplicationCommand { Name = specs.Key, Type = CommandType.ChatInput };
        return specs.ToList() is [var only] && only.Name == specs.Key
            ? command with { Description = only.Description, Options = OptionsOf(only) }
            : command with
            {
                Description = DescriptionOf(specs.Key),
                Options =
                [
                    .. specs.Select(s => new CommandOption
                    {
                        Type = CommandOptionType.SubCommand,
                        Name = s.Name.Split(' ')[1],
                        Description = s.Description,
                        Options = OptionsOf(s),
                    }),
                ],
            };
    }

    /// <summary>Describes a group. Discord rarely shows it, because the subcommands have their own descriptions.</summary>
    private static string DescriptionOf(string group) => group switch
    {
        "article" => "The articles that the team reads",
        "claim" => "The claims that the team checks",
        "evidence" => "The sources for a claim",
        "verdict" => "The verdicts that the team publishes",
        "digest" => "The team's digest",
        "me" => "Your own reviews",
        "desk" => "How the desk does",
        _ => $"FactBot's commands for {group}",
    };

    private static IReadOnlyList<CommandOption>? OptionsOf(CommandSpec spec) => spec.Options.Count == 0 ? null :
    [
        .. spec.Options.Select(o => new CommandOption
        {
            Name = o.Name,
            Description = o.Description,
            Required = o.IsRequired ? true : null,
            Type = o.Kind switch
            {
                OptionKind.Person => CommandOptionType.User,
                OptionKind.Role => CommandOptionType.Role,
                OptionKind.Channel => CommandOptionType.Channel,
                OptionKind.File => CommandOptionType.Attachment,
                _ => CommandOptionType.String,
            },
            Choices = o.Choices.Count == 0 ? null : [.. o.Choices.Select(c => new CommandChoice(c.Name, c.Value))],
            Autocomplete = o.Completion is null ? null : true,
            ChannelTypes = o.Kind == OptionKind.Channel ? [ChannelType.GuildText, ChannelType.GuildAnnouncement] : null,
        }),
    ];
}
