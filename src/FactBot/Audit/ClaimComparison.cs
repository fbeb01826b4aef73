using System.Collections;
using FactBot.Domain.Claims;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FactBot.Audit;

/// <summary>Compares claims, with everything that belongs to them, with the audit trail.</summary>
internal sealed class ClaimComparison(FactBotDbContext db, Replay replay)
{
    private readonly TeamRows rows = new(db);
    private readonly IEntityType type = db.Model.FindEntityType(typeof(Claim))!;

    /// <summary>Returns the differences in all claims of the team.</summary>
    /// <param name="articles">Maps the ids of the team's articles to their numbers.</param>
    public async Task<List<string>> FindFlawsAsync(IReadOnlyDictionary<long, long> articles, CancellationToken cancellationToken)
    {
        var parts = new Dictionary<INavigation, ILookup<long, Dictionary<string, object?>>>();
        foreach (var part in TeamRows.PartsOf(type))
        {
            parts[part] = (await rows.OfClaimsAsync(part, cancellationToken).ToListAsync(cancellationToken)).ToLookup(r => r.Claim, r => r.Row);
        }

        var flaws = new List<string>();
        var found = new HashSet<long>();
        await foreach (var row in rows.ReadAsync(type, cancellationToken))
        {
            var number = row["Number"] is long n ? n : 0;
            var isFirst = found.Add(number);
            flaws.AddRange(isFirst || !replay.Claims.ContainsKey((int)number)
                ? Compare(row, number, part => parts[part][(long)row["Id"]!], articles)
                : [RecordWords.Added($"another claim #{number}")]);
        }

        flaws.AddRange(replay.Claims.Keys.Where(n => !found.Contains(n)).Order().Select(n => RecordWords.Missing($"claim #{n}")));
        flaws.AddRange(replay.Unknown.Keys.Where(s => s.StartsWith("claim #", StringComparison.Ordinal) && !found.Any(n => s == $"claim #{n}")).Order(StringComparer.Ordinal).Select(RecordWords.Missing));
        return flaws;
    }

    /// <summary>Returns whether a claim matches the trail; null if the trail doesn't tell.</summary>
    public async Task<bool?> IsTrueAsync(int number, CancellationToken cancellationToken)
    {
        if (!replay.Claims.ContainsKey(number))
        {
            return null;
        }

        if (await rows.FindAsync(type, "Number", number, cancellationToken) is not { } row)
        {
            return false;
        }

        var parts = new Dictionary<INavigation, List<Dictionary<string, object?>>>();
        foreach (var part in TeamRows.PartsOf(type))
        {
            parts[part] = await rows.OfClaimAsync(part, (long)row["Id"]!, cancellationToken).ToListAsync(cancellationToken);
        }

        return !Compare(row, number, part => parts[part], null).Any();
    }

    private IEnumerable<string> Compare(
        Dictionary<string, object?> row, long number, Func<INavigation, IEnumerable<Dictionary<string, object?>>> partsOf, IReadOnlyDictionary<long, long>? articles)
    {
        var name = $"claim #{number}";
        if (!replay.Claims.TryGetValue((int)number, out var claim))
        {
            return replay.Unknown.ContainsKey(name) ? [] : [RecordWords.Added(name)];
        }

        var columns = RowMatching.Differences(Expected(type, claim), Actual(type, row)).ToList();
        if (articles is not null && (row["Appearance_ArticleId"] is long id ? articles.GetValueOrDefault(id) : (long?)null) != claim.Appearance?.ArticleNumber)
        {
            columns.Add("ArticleId");
        }

        return
        [
            .. columns.Count == 0 ? Array.Empty<string>() : [RecordWords.Differ(name, columns)],
            .. TeamRows.PartsOf(type).SelectMany(part => RowMatching.FindFlaws(
                [.. ((IEnumerable)part.PropertyInfo!.GetValue(claim)!).Cast<object>().Select(e => Expected(part.TargetEntityType, e))],
                [.. partsOf(part).Select(r => Actual(part.TargetEntityType, r))],
                r => RecordWords.RowOf(part.TargetEntityType.GetTableName()!, r, name))),
        ];
    }

    private static Dictionary<string, object?> Expected(IEntityType type, object entity) => RowCells.Of(type, entity)
        .Where(c => !RecordColumns.Untold.ContainsKey((type.GetTableName()!, c.Key))).ToDictionary(c => c.Key, c => c.Value);

    internal static Dictionary<string, object?> Actual(IEntityType type, Dictionary<string, object?> row)
    {
        var json = RowCells.JsonColumns(type).ToHashSet();
        return row.ToDictionary(c => c.Key, c => json.Contains(c.Key) && c.Value is string text ? RowCells.Canonical(text) : c.Value);
    }
}
