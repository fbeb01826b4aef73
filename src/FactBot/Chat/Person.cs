namespace FactBot.Chat;

/// <summary>Who acts: the person, the roles they have at this moment, and whether they may manage the whole server.</summary>
public sealed record Person(PersonId Id, string Name, IReadOnlyList<RoleId> Roles, bool MayManageServer);
