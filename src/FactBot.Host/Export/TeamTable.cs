using FactBot.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FactBot.Host.Export;

/// <summary>A table of the model that holds rows of teams.</summary>
internal sealed class TeamTable
{
    private readonly ITable table;

    private TeamTable(ITable table)
    {
        this.table = table;
        Columns = [.. table.Columns.Where(c => c.ComputedColumnSql is null).OrderBy(c => c.Name != "Id").ThenBy(c => c.Name, StringComparer.Ordinal).Select(c => new TeamColumn(c))];
    }

    public string Name => table.Name;

    public IReadOnlyList<TeamColumn> Columns { get; }

    /// <summary>Whether its rows have ids assigned by the database, which may be taken in another database.</summary>
    public bool HasIds => Name != "Teams" && table.PrimaryKey!.Columns is [{ Name: "Id" } id] && new TeamColumn(id).IsNumber;

    public string Order => string.Join(", ", table.PrimaryKey!.Columns.Select(c => $"\"{c.Name}\""));

    /// <summary>The SQL condition that selects the team's rows.</summary>
    public string IsOfTeam =>
        Name == "Teams" ? "\"Id\" = $team"
        : Columns.Any(c => c.Name == "TeamId") ? "\"TeamId\" = $team"
        : "\"ClaimId\" IN (SELECT \"Id\" FROM \"Claims\" WHERE \"TeamId\" = $team)";

    /// <summary>Returns all of them, each after the tables its rows refer to.</summary>
    public static IReadOnlyList<TeamTable> In(DbContext db)
    {
        // Pending erasures from the files only concern this database.
        var left = db.Model.GetRelationalModel().Tables.Where(t => t.Name != "OpenErasures").Where(t => t.Name == "Teams" || t.Columns.Any(c => c.Name is "TeamId" or "ClaimId"))
            .OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        var inOrder = new List<TeamTable>();
        // Posts refer to rows of many tables without a foreign key.
        while (left.Count > 0)
        {
            var next = left.First(t => (t.Name != "Posts" || left.Count == 1) && t.ForeignKeyConstraints.All(k => k.PrincipalTable == t || !left.Contains(k.PrincipalTable)));
            left.Remove(next);
            inOrder.Add(new TeamTable(next));
        }

        return inOrder;
    }

    /// <summary>Returns the table whose id is in this column of the row; null if the column holds no id.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="cellOf">Returns the row's other cells by name.</param>
    public string? FindTarget(string column, Func<string, object?> cellOf) => (Name, column) switch
    {
        (_, "Id") when HasIds => Name,
        ("Posts", "ThreadOf") => "Claims",
        // A post's kind determines what its subject is; there is no foreign key for it.
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
