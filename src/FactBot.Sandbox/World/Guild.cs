using System.Text.Json.Serialization;

namespace FactBot.Sandbox.World;

/// <summary>A guild with its roles and members; its channels are stored separately.</summary>
internal sealed class Guild
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string OwnerId { get; init; }

    /// <summary>Whether Discord has an outage there: it sends no events, and nothing in it can be found.</summary>
    public bool IsUnavailable { get; set; }

    /// <summary>Whether the bot is a member; false once it was kicked.</summary>
    [JsonIgnore]
    public bool HasBot => FindMember(SandboxWorld.BotId) is not null;

    public List<Role> Roles { get; init; } = [];

    public List<Member> Members { get; init; } = [];

    public Member? FindMember(string userId) => Members.FirstOrDefault(member => member.UserId == userId);

    /// <summary>Finds a role by id or name, in any case, with or without a leading @.</summary>
    public Role? FindRole(string idOrName) =>
        Roles.FirstOrDefault(role => role.Id == idOrName)
        ?? Roles.FirstOrDefault(
            role => role.Name.TrimStart('@').Equals(idOrName.TrimStart('@'), StringComparison.OrdinalIgnoreCase));
}
