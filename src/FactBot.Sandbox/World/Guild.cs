using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace FactBot.Sandbox.World;

/// <summary>A guild with its roles and members; its channels are stored separately.</summary>
internal sealed class Guild
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public required string OwnerId { get; init; }

    /// <summary>Whether Discord has an outage there: it sends no events, and nothing in it can be found.</summary>
    public bool IsUnavailable { get; set; }

    /// <summary>Whether the bot is a member; false once it was kicked.</summary>
    [JsonIgnore]
    public bool HasBot => FindMember(SandboxWorld.BotId) is not null;

    public List<Role> Roles { get; init; } = [];

    public List<Member> Members { get; init; } = [];

    /// <summary>Who is banned, as Discord writes it: <c>user</c> and <c>reason</c>.</summary>
    public List<JsonObject> Bans { get; init; } = [];

    public List<JsonObject> Emojis { get; init; } = [];

    /// <summary>The scheduled events.</summary>
    public List<JsonObject> Events { get; init; } = [];

    public List<JsonObject> Invites { get; init; } = [];

    /// <summary>The audit log, oldest first.</summary>
    public List<JsonObject> AuditLog { get; init; } = [];

    public Member? FindMember(string userId) => Members.FirstOrDefault(member => member.UserId == userId);

    /// <summary>Returns the position of a member's highest role.</summary>
    public int HighestRoleOf(string userId) => FindMember(userId) is { } member
        ? Roles.Where(role => member.RoleIds.Contains(role.Id)).Select(role => role.Position).DefaultIfEmpty(0).Max()
        : 0;

    /// <summary>Finds a role by id or name, in any case, with or without a leading @.</summary>
    public Role? FindRole(string idOrName) =>
        Roles.FirstOrDefault(role => role.Id == idOrName)
        ?? Roles.FirstOrDefault(
            role => role.Name.TrimStart('@').Equals(idOrName.TrimStart('@'), StringComparison.OrdinalIgnoreCase));
}
