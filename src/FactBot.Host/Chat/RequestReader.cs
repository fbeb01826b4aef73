using System.Text.Json;
using FactBot.Chat;
using FactBot.Discord.Rest;
using FactBot.Discord.Wire;
using FactBot.Domain;
using FactBot.Domain.Evidence;

namespace FactBot.Host.Chat;

/// <summary>Reads an interaction on Discord as a request to FactBot.</summary>
internal sealed class RequestReader(IDiscordRest rest)
{
    private const long MaxAttachment = 10 * 1024 * 1024;

    /// <summary>Returns null if it isn't for FactBot: from outside a server, or from a button of an older version.</summary>
    public Request? Find(Interaction interaction)
    {
        if (interaction is not { GuildId: { } guild, Member.User: { } user, Data: { } data })
        {
            return null;
        }

        var request = new Request
        {
            Id = interaction.Id.ToString(),
            Command = "",
            Team = new TeamId(guild.Value),
            Person = PersonOf(user, interaction.Member),
        };
        return interaction.Type switch
        {
            InteractionType.ApplicationCommand or InteractionType.Autocomplete => ReadCommand(request, data),
            InteractionType.MessageComponent => ReadCustomId(request, data),
            InteractionType.ModalSubmit => ReadForm(request, data),
            _ => null,
        };
    }

    /// <summary>Returns the option being typed, and what it contains so far.</summary>
    public static (string Name, string Typed)? FindTyped(Interaction interaction) =>
        LeavesOf(interaction.Data?.Options).FirstOrDefault(o => o.Focused == true) is { } typed
            ? (typed.Name, TextOf(typed.Value))
            : null;

    private Request ReadCommand(Request request, InteractionData data)
    {
        var path = new List<string> { data.Name ?? "" };
        for (var level = data.Options; level is [{ Options: { } inner } only]; level = inner)
        {
            path.Add(only.Name);
        }

        var leaves = LeavesOf(data.Options).ToList();
        return request with
        {
            Command = string.Join(' ', path),
            Options = leaves.ToDictionary(o => o.Name, o => TextOf(o.Value)),
            Files = FilesOf(
                leaves.Where(o => o.Type == CommandOptionType.Attachment).Select(o => (o.Name, TextOf(o.Value))), data.Resolved),
            People = PeopleOf(data.Resolved),
            Message = data.TargetId is { } target && data.Resolved?.Messages?.GetValueOrDefault(target) is { } message
                ? PointedAt(message, request.Team)
                : null,
        };
    }

    private static PointedMessage PointedAt(Message message, TeamId team) => new(
        new MessageId(message.Id.Value),
        new ChannelId(message.ChannelId.Value),
        new PersonId(message.Author.Id.Value),
        message.Timestamp,
        message.Content,
        $"https://discord.com/channels/{team}/{message.ChannelId}/{message.Id}");

    private static Request? ReadCustomId(Request request, InteractionData data)
    {
        if (CustomId.Parse(data.CustomId) is not { } id)
        {
            return null;
        }

        var options = new Dictionary<string, string>(id.Options);
        if (id.Chosen is { } chosen)
        {
            options[chosen] = Lines(data.Values);
        }

        return request with { Command = id.Command, Options = options, People = PeopleOf(data.Resolved) };
    }

    private Request? ReadForm(Request request, InteractionData data)
    {
        if (ReadCustomId(request, data) is not { } known)
        {
            return null;
        }

        var fields = data.Fields().Where(f => f.CustomId is not null).ToList();
        var options = new Dictionary<string, string>(known.Options);
        foreach (var field in fields.Where(f => f.Type != ComponentType.FileUpload))
        {
            options[field.CustomId!] = field.Value ?? Lines(field.Values);
        }

        return known with
        {
            Options = options,
            Files = FilesOf(
                fields.Where(f => f is { Type: ComponentType.FileUpload, Values: [_, ..] }).Select(f => (f.CustomId!, f.Values![0])),
                data.Resolved),
            IsFilledForm = true,
        };
    }

    private static string Lines(IReadOnlyList<string>? values) => string.Join('\n', values ?? []);

    private static IEnumerable<InteractionOption> LeavesOf(IReadOnlyList<InteractionOption>? options) =>
        (options ?? []).SelectMany(o => o.Options is null && o.Value is not null ? [o] : LeavesOf(o.Options));

    private static string TextOf(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString() ?? "",
        { } other => other.GetRawText(),
        null => "",
    };

    private static Dictionary<PersonId, Person> PeopleOf(ResolvedData? resolved) =>
        (resolved?.Members ?? new Dictionary<Snowflake, Member>())
            .Where(m => resolved!.Users?.GetValueOrDefault(m.Key) is { Bot: not true })
            .Select(m => PersonOf(resolved!.Users![m.Key], m.Value))
            .ToDictionary(p => p.Id);

    private static Person PersonOf(User user, Member? member) => new(
        new PersonId(user.Id.Value),
        member?.Nick ?? user.GlobalName ?? user.Username,
        [.. (member?.Roles ?? []).Select(r => new RoleId(r.Value))],
        ((member?.Permissions ?? Permissions.None) & (Permissions.ManageGuild | Permissions.Administrator)) != 0);

    /// <summary>Returns the files whose ids are in the options or fields of these names.</summary>
    private Dictionary<string, AttachedFile> FilesOf(IEnumerable<(string Name, string Id)> ids, ResolvedData? resolved) => ids
        .Select(o => (o.Name, File: resolved?.Attachments?.GetValueOrDefault(Snowflake.Parse(o.Id))))
        .Where(o => o.File?.Url is not null)
        .ToDictionary(o => o.Name, o => FileOf(o.File!));

    private AttachedFile FileOf(Attachment file) => new(
        file.Filename ?? file.Id.ToString(),
        file.Size ?? 0,
        cancellationToken => ReadAsync(new Uri(file.Url!), cancellationToken));

    private async Task<byte[]> ReadAsync(Uri file, CancellationToken cancellationToken)
    {
        try
        {
            return await rest.DownloadAsync(file, MaxAttachment, cancellationToken);
        }
        catch (DiscordApiException)
        {
            throw new DeskRuleException($"The file could not be fetched from Discord; please attach it again.");
        }
    }
}
