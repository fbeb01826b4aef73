namespace FactBot.Discord.Wire;

/// <summary>A role to make in a guild; it needs the permission Manage Roles.</summary>
/// <remarks>https://docs.discord.com/developers/resources/guild#create-guild-role</remarks>
public sealed record NewRoleBody
{
    /// <summary>1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>None of its own, unless told otherwise: Discord would give it those of everyone.</summary>
    [System.Text.Json.Serialization.JsonConverter(typeof(PermissionsAsNumberConverter))]
    public Permissions Permissions { get; init; }
}
