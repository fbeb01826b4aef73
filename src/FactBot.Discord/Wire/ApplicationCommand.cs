using System.Text.Json.Serialization;

namespace FactBot.Discord.Wire;

/// <summary>A command as registered with Discord.</summary>
/// <remarks>https://docs.discord.com/developers/interactions/application-commands</remarks>
public sealed record ApplicationCommand
{
    /// <summary>Assigned by Discord, and kept by name across overwrites.</summary>
    public Snowflake? Id { get; init; }

    /// <summary>1 to 32 characters, lower case for a chat command.</summary>
    public string Name { get; set; } = "";
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>1 to 100 characters for a chat command; null or empty for a context menu.</summary>
    public string? Description { get; init; }
    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }
    public CommandType? Type { get; init; }
    public IReadOnlyList<CommandOption>? Options { get; init; }

    /// <summary>The permissions needed to see it, unless a guild's admins change that. None: admins only; null: all.</summary>
    [JsonConverter(typeof(PermissionsAsNumberConverter))]
    public Permissions? DefaultMemberPermissions { get; init; }

    /// <summary>Only for global commands.</summary>
    public IReadOnlyList<InteractionContext>? Contexts { get; init; }

    /// <summary>Only for global commands.</summary>
    public IReadOnlyList<IntegrationType>? IntegrationTypes { get; init; }
}
