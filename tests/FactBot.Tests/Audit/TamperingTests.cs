using FactBot.Audit;
using FactBot.Domain.Articles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FactBot.Tests.Audit;

/// <summary>Whatever one cell or row somebody changes past the desk, the record tells.</summary>
public sealed class TamperingTests : IAsyncLifetime
{
    private TestDesk desk = null!;
    private RawTables raw = null!;

    public async ValueTask InitializeAsync()
    {
        desk = await RichDesk.MakeAsync();
        raw = new RawTables(desk);
    }

    public async ValueTask DisposeAsync()
    {
        raw.Dispose();
        await desk.DisposeAsync();
    }

    [Fact]
    public async Task A_desk_on_which_everything_was_done_is_whole() => Assert.Empty(await desk.FlawsAsync());

    /// <summary>By the model: a new column is changed here too, and has to be compared or listed with its reason.</summary>
    [Fact]
    public async Task Any_single_changed_cell_is_named()
    {
        raw.DropUniqueness();
        var unseen = new List<string>();
        foreach (var (table, column) in await ComparedAsync())
        {
            var isSwitch = column.PropertyMappings.Any(m => (Nullable.GetUnderlyingType(m.Property.ClrType) ?? m.Property.ClrType) == typeof(bool));
            foreach (var row in RowsToChange(table, column.Name))
            {
                var (rowid, cell) = ((long)row[0]!, row[1]);
                raw.Do($"UPDATE \"{table}\" SET \"{column.Name}\" = $0 WHERE rowid = $1", RawTables.Other(cell, isSwitch), rowid);
                if ((await desk.FlawsAsync()).Count == 0)
                {
                    unseen.Add($"{table}.{column.Name}: “{cell}” became “{RawTables.Other(cell, isSwitch)}”");
                }

                raw.Do($"UPDATE \"{table}\" SET \"{column.Name}\" = $0 WHERE rowid = $1", cell!, rowid);
            }
        }

        Assert.Empty(unseen);
        Assert.Empty(await desk.FlawsAsync());
    }

    [Fact]
    public async Task Any_row_removed_is_named()
    {
        var unseen = new List<string>();
        foreach (var table in (await ComparedAsync()).Select(c => c.Table).Distinct().Except(["Teams"]))
        {
            foreach (var row in raw.Read($"SELECT rowid FROM \"{table}\" WHERE {Told(table)}"))
            {
                raw.Do($"CREATE TEMP TABLE taken AS SELECT * FROM \"{table}\" WHERE rowid = $0", row[0]!);
                Assert.Equal(1, raw.Do($"DELETE FROM \"{table}\" WHERE rowid = $0", row[0]!));
                unseen.AddRange((await desk.FlawsAsync()).Any(f => f.Contains("missing", StringComparison.Ordinal)) ? [] : [$"{table} {row[0]}"]);
                raw.Do($"INSERT INTO \"{table}\" SELECT * FROM taken");
                raw.Do("DROP TABLE taken");
            }
        }

        Assert.Empty(unseen);
        Assert.Empty(await desk.FlawsAsync());
    }

    [Fact]
    public async Task Any_row_put_in_is_named()
    {
        raw.DropUniqueness();
        var unseen = new List<string>();
        foreach (var columns in (await ComparedAsync()).GroupBy(c => c.Table, c => $"\"{c.Column.Name}\"").Where(t => t.Key is not ("Teams" or "Reviewers" or "KeptTexts")))
        {
            var (table, untold) = (columns.Key, RecordColumns.Untold.Keys.Where(u => u.Table == columns.Key).Select(u => $"\"{u.Column}\""));
            var all = string.Join(", ", columns.Concat(untold));
            foreach (var row in raw.Read($"SELECT rowid FROM \"{table}\" WHERE {Told(table)}"))
            {
                raw.Do($"INSERT INTO \"{table}\" ({all}) SELECT {all} FROM \"{table}\" WHERE rowid = $0", row[0]!);
                unseen.AddRange((await desk.FlawsAsync()).Any(f => f.Contains("put in", StringComparison.Ordinal)) ? [] : [$"{table} {row[0]}"]);
                raw.Do($"DELETE FROM \"{table}\" WHERE rowid = (SELECT max(rowid) FROM \"{table}\")");
            }
        }

        Assert.Empty(unseen);
        Assert.Empty(await desk.FlawsAsync());
        raw.Do("INSERT INTO KeptTexts (TeamId, Hash, Text) SELECT Id, $0, 'Forged' FROM Teams", Article.HashOf("Forged"));
        Assert.Contains("put in", Assert.Single(await desk.FlawsAsync()));
    }

    private static string Told(string table) => table switch
    {
        "Reviewers" => "Topics <> '[]' OR AwayUntil IS NOT NULL",
        "Digests" => "Kind <> 'Personal'",
        _ => "1",
    };

    private async Task<List<(string Table, IColumn Column)>> ComparedAsync() => await desk.LookAsync(db => Task.FromResult(
        db.Model.GetRelationalModel().Tables.Where(t => !RecordColumns.UntoldTables.ContainsKey(t.Name) && t.Columns.Any(c => c.Name is "TeamId" or "ClaimId" or "AuditLength"))
            .SelectMany(t => t.Columns, (t, c) => (t.Name, c))
            .Where(c => !RecordColumns.Untold.ContainsKey((c.Name, c.c.Name)) && c.c.Name != "Id").ToList()));

    /// <summary>A row with something in the column and one with nothing, where there are such.</summary>
    private List<object?[]> RowsToChange(string table, string column) =>
    [
        .. raw.Read($"SELECT rowid, \"{column}\" FROM \"{table}\" WHERE \"{column}\" IS NOT NULL AND ({Told(table)}) ORDER BY length(\"{column}\") DESC LIMIT 1"),
        .. raw.Read($"SELECT rowid, \"{column}\" FROM \"{table}\" WHERE \"{column}\" IS NULL AND ({Told(table)}) LIMIT 1"),
    ];
}
