namespace FactBot.Domain;

/// <summary>A person making or named in a request, with their current roles and whether they may manage the server.</summary>
public sealed record Person(PersonId Id, string Name, IReadOnlyList<RoleId> Roles, bool MayManageServer);
