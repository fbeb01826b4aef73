using FactBot.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FactBot.Host.Export;

/// <summary>A table that holds rows of teams, as the model has it.</summary>
internal sealed class TeamTable
{
    private readonly ITable table;

    private TeamTable(ITable table)
    {
        this.table = table;
        Columns = [.. table.Columns.OrderBy(c => c.Name != "Id").ThenBy(c => c.Name, StringComparer.Ordinal).Select(c => new TeamColumn(c))];
    }

    public string Name => table.Name;

    public IReadOnlyList<TeamColumn> Columns { get; }

    /// <summary>Whether its rows have ids that the database gave them, which another database will not have free.</summary>
    public bool HasIds => Name != "Teams" && table.PrimaryKey!.Columns is [{ Name: "Id" } id] && new TeamColumn(id).IsNumber;

    public string Order => string.Join(", ", table.PrimaryKey!.Columns.Select(c => $"\"{c.Name}\""));

    /// <summary>Which rows are the team's.</summary>
    public string IsOfTeam =>
        Name == "Teams" ? "\"Id\" = $team"
        : Columns.Any(c => c.Name == "TeamId") ? "\"TeamId\" = $team"
        : "\"ClaimId\" IN (SELECT \"Id\" FROM \"Claims\" WHERE \"TeamId\" = $team)";

    /// <summary>All of them, each after those that its rows point to.</summary>
    public static IReadOnlyList<TeamTable> In(DbContext db)
    {
        // What is still to be erased from the files is this database's own affair.
        var left = db.Model.GetRelationalModel().Tables.Where(t => t.Name != "OpenErasures").Where(t => t.Name == "Teams" || t.Columns.Any(c => c.Name is "TeamId" or "ClaimId"))
            .OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        var inOrder = new List<TeamTable>();
        // Posts point to rows of many tables, without a key that says so.
        while (left.Count > 0)
        {
            var next = left.First(t => (t.Name != "Posts" || left.Count == 1) && t.ForeignKeyConstraints.All(k => k.PrincipalTable == t || !left.Contains(k.PrincipalTable)));
            left.Remove(next);
            inOrder.Add(new TeamTable(next));
        }

        return inOrder;
    }

    /// <summary>The table whose id stands in a column of this row; null where the column holds none.</summary>
    /// <param name="column">Its name.</param>
    /// <param name="cellOf">Gives the row's other cells.</param>
    public string? FindTarget(string column, Func<string, object?> cellOf) => (Name, column) switch
    {
        (_, "Id") when HasIds => Name,
        ("Posts", "ThreadOf") => "Claims",
        // A post's subject is told by its kind; no key of the database holds it.
        ("Posts", "Subject") => Enum.Parse<PostKind>((string)cellOf("Kind")!) switch
        {
            PostKind.Card => "Claims",
            PostKind.Verdict => "Verdicts",
            PostKind.Digest or PostKind.PersonalDigest => "Digests",
            PostKind.Notice or PostKind.Welcome => null,
            _ => "Assignments",
        },
        _ => table.ForeignKeyConstraints.FirstOrDefault(k => k.Columns is [var only] && only.Name == column)?.PrincipalTable.Name is { } target && target != "Teams" ? target : null,
    };
}
