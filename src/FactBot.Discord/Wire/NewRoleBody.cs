namespace FactBot.Discord.Wire;

/// <summary>A role to create in a guild. Needs the Manage Roles permission.</summary>
/// <remarks>https://docs.discord.com/developers/resources/guild#create-guild-role</remarks>
public sealed record NewRoleBody
{
    /// <summary>1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>None unless set. Without this, Discord would grant the permissions of everyone.</summary>
    [System.Text.Json.Serialization.JsonConverter(typeof(PermissionsAsNumberConverter))]
    public Permissions Permissions { get; init; }
}
