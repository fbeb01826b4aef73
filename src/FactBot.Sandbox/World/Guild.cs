using System.Text.Json.Serialization;

namespace FactBot.Sandbox.World;

/// <summary>A guild with its roles and members; its channels are kept beside it.</summary>
internal sealed class Guild
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string OwnerId { get; init; }

    /// <summary>Whether Discord has an outage there: nothing comes from it, and nothing in it can be found.</summary>
    public bool IsUnavailable { get; set; }

    /// <summary>Whether the bot is a member; it is not once it was kicked.</summary>
    [JsonIgnore]
    public bool HasBot => FindMember(SandboxWorld.BotId) is not null;

    public List<Role> Roles { get; init; } = [];

    public List<Member> Members { get; init; } = [];

    public Member? FindMember(string userId) => Members.FirstOrDefault(member => member.UserId == userId);

    /// <summary>By id or by name, in any case, with or without an @ in front.</summary>
    public Role? FindRole(string idOrName) =>
        Roles.FirstOrDefault(role => role.Id == idOrName)
        ?? Roles.FirstOrDefault(
            role => role.Name.TrimStart('@').Equals(idOrName.TrimStart('@'), StringComparison.OrdinalIgnoreCase));
}
