using FactBot.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FactBot.Privacy;

/// <summary>A database column that holds people; found in the model, so that none is overlooked.</summary>
/// <param name="IsJson">Whether they are inside JSON.</param>
/// <param name="IsKey">Whether the row is about the person and nothing else.</param>
/// <param name="HasTeam">Whether the row names its team; otherwise it names the claim it belongs to.</param>
internal sealed record PersonColumn(string Table, string Column, bool IsJson, bool IsKey, bool HasTeam)
{
    public static IReadOnlyList<PersonColumn> In(IModel model) =>
        [.. model.GetEntityTypes().SelectMany(ColumnsOf).Distinct().OrderBy(c => c.Table, StringComparer.Ordinal)];

    private static IEnumerable<PersonColumn> ColumnsOf(IEntityType type)
    {
        var people = type.GetProperties().Where(p => p.ClrType == typeof(PersonId) || p.ClrType == typeof(PersonId?)).ToList();
        var hasTeam = RowOf(type).FindProperty(nameof(TeamId)) is not null;
        return people.Count == 0 ? []
            : type.IsMappedToJson() ? [new(RowOf(type).GetTableName()!, type.GetContainerColumnName()!, IsJson: true, IsKey: false, hasTeam)]
            : people.Select(p => new PersonColumn(type.GetTableName()!, p.GetColumnName(), IsJson: false, p.IsPrimaryKey(), hasTeam));
    }

    /// <summary>Returns the row type that the given type is a part of.</summary>
    private static IEntityType RowOf(IEntityType type) =>
        type.FindOwnership() is { } ownership && type.GetTableName() is null or "" || type.IsMappedToJson() ? RowOf(type.FindOwnership()!.PrincipalEntityType) : type;
}
