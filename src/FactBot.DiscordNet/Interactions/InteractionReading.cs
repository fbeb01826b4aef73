using System.Globalization;
using System.Text.Json;
using Discord;
using Discord.WebSocket;
using FactBot.DiscordNet.Rest;
using Wire = FactBot.Discord.Wire;

namespace FactBot.DiscordNet.Interactions;

/// <summary>Converts Discord.Net's interactions to Discord's types, at once, because their members keep changing.</summary>
internal static class InteractionReading
{
    public static Wire.Interaction Of(SocketInteraction interaction, ShownForms forms)
    {
        var read = new Wire.Interaction
        {
            Id = new(interaction.Id),
            ApplicationId = new(interaction.ApplicationId),
            Type = (Wire.InteractionType)(int)interaction.Type,
            Token = interaction.Token,
            GuildId = interaction.GuildId is { } guild ? new(guild) : null,
            ChannelId = interaction.ChannelId is { } channel ? new(channel) : null,
            Member = interaction.GuildId is null ? null : PlaceReading.MemberOf(interaction.User),
            User = interaction.GuildId is null ? PlaceReading.UserOf(interaction.User) : null,
        };
        return interaction switch
        {
            SocketSlashCommand slash => read with { Data = DataOf(slash.Data) },
            SocketMessageCommand command => read with { Data = DataOf(command, read.ChannelId) },
            SocketAutocompleteInteraction typing => read with { Data = DataOf(typing.Data) },
            SocketMessageComponent click when FormWriting.FindForm(click.Data.CustomId) is var (field, form) =>
                read with { Type = Wire.InteractionType.ModalSubmit, Data = DataOf(form, field, click.Data.Values) },
            SocketMessageComponent click => read with { Data = DataOf(click.Data) },
            SocketModal form => read with { Data = DataOf(form, forms) },
            _ => read,
        };
    }

    private static Wire.InteractionData DataOf(SocketSlashCommandData data)
    {
        var leaves = LeavesOf(data.Options).ToList();
        return new()
        {
            Name = data.Name,
            Type = Wire.CommandType.ChatInput,
            Options = [.. data.Options.Select(OptionOf)],
            Resolved = new()
            {
                Users = leaves.Select(o => o.Value).OfType<IUser>().DistinctBy(u => u.Id).ToDictionary(u => new Wire.Snowflake(u.Id), PlaceReading.UserOf),
                Members = MembersOf(leaves.Select(o => o.Value).OfType<SocketGuildUser>()),
                Attachments = leaves.Select(o => o.Value).OfType<Attachment>().DistinctBy(a => a.Id).ToDictionary(a => new Wire.Snowflake(a.Id), AttachmentOf),
            },
        };
    }

    private static Wire.InteractionData DataOf(SocketMessageCommand command, Wire.Snowflake? channel)
    {
        var message = command.Data.Message;
        var id = new Wire.Snowflake(message.Id);
        return new()
        {
            Name = command.Data.Name,
            Type = Wire.CommandType.Message,
            TargetId = id,
            Resolved = new()
            {
                Messages = new Dictionary<Wire.Snowflake, Wire.Message>
                {
                    [id] = new()
                    {
                        Id = id,
                        ChannelId = channel ?? default,
                        Author = PlaceReading.UserOf(message.Author),
                        Content = message.Content,
                        Timestamp = message.Timestamp,
                    },
                },
            },
        };
    }

    private static Wire.InteractionData DataOf(SocketAutocompleteInteractionData data)
    {
        // Discord.Net returns subcommands and their options as one flat list.
        var subcommands = data.Options.Where(o => o.Type is ApplicationCommandOptionType.SubCommand or ApplicationCommandOptionType.SubCommandGroup).ToList();
        IReadOnlyList<Wire.InteractionOption> options =
        [
            .. data.Options.Except(subcommands).Select(o => new Wire.InteractionOption
            {
                Name = o.Name, Type = (Wire.CommandOptionType)(int)o.Type, Value = ValueOf(o.Value), Focused = o.Focused ? true : null,
            }),
        ];
        foreach (var subcommand in Enumerable.Reverse(subcommands))
        {
            options = [new() { Name = subcommand.Name, Type = (Wire.CommandOptionType)(int)subcommand.Type, Options = options }];
        }

        return new() { Name = data.CommandName, Type = Wire.CommandType.ChatInput, Options = options };
    }

    private static Wire.InteractionData DataOf(SocketMessageComponentData data) => new()
    {
        CustomId = data.CustomId,
        ComponentType = (Wire.ComponentType)(int)data.Type,
        Values = data.Values?.ToList(),
        Resolved = new()
        {
            Users = (data.Members ?? []).DistinctBy(m => m.Id).ToDictionary(m => new Wire.Snowflake(m.Id), PlaceReading.UserOf),
            Members = MembersOf(data.Members ?? []),
        },
    };

    private static Wire.InteractionData DataOf(SocketModal form, ShownForms forms) => new()
    {
        CustomId = form.Data.CustomId,
        Components = [.. form.Data.Components.Select(c => LabelOf(forms.Read(form.User.Id, form.Data.CustomId, c.CustomId, c.Value ?? "")))],
    };

    private static Wire.InteractionData DataOf(string form, string field, IEnumerable<string> chosen) => new()
    {
        CustomId = form,
        Components = [LabelOf(new() { Type = Wire.ComponentType.StringSelect, CustomId = field, Values = [.. chosen] })],
    };

    private static Wire.Component LabelOf(Wire.Component input) => new() { Type = Wire.ComponentType.Label, Child = input };

    private static Wire.InteractionOption OptionOf(SocketSlashCommandDataOption option)
    {
        var isSubcommand = option.Type is ApplicationCommandOptionType.SubCommand or ApplicationCommandOptionType.SubCommandGroup;
        return new()
        {
            Name = option.Name,
            Type = (Wire.CommandOptionType)(int)option.Type,
            Value = isSubcommand ? null : ValueOf(option.Value is ISnowflakeEntity thing ? thing.Id : option.Value),
            Options = isSubcommand ? [.. option.Options.Select(OptionOf)] : null,
        };
    }

    private static IEnumerable<SocketSlashCommandDataOption> LeavesOf(IEnumerable<SocketSlashCommandDataOption> options) =>
        options.SelectMany(o => o.Options.Count == 0 ? [o] : LeavesOf(o.Options));

    private static JsonElement ValueOf(object? value) =>
        JsonSerializer.SerializeToElement(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");

    private static Dictionary<Wire.Snowflake, Wire.Member> MembersOf(IEnumerable<SocketGuildUser> members) =>
        members.DistinctBy(m => m.Id).ToDictionary(m => new Wire.Snowflake(m.Id), PlaceReading.MemberOf);

    private static Wire.Attachment AttachmentOf(Attachment file) => new()
    {
        Id = new(file.Id),
        Filename = file.Filename,
        Size = file.Size,
        Url = file.Url,
        ContentType = file.ContentType,
    };
}
