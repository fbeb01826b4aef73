using FactBot.Domain.Articles;
using FactBot.Domain.Evidence;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Audit;

/// <summary>Compares articles, their earlier texts, and the texts kept as evidence with the audit trail.</summary>
internal sealed class ArticleComparison(FactBotDbContext db, Replay replay)
{
    private readonly TeamRows rows = new(db);

    /// <summary>Maps article ids to article numbers for the team; filled by the comparison.</summary>
    public Dictionary<long, long> Numbers { get; } = [];

    /// <summary>Returns the differences in the articles.</summary>
    public async IAsyncEnumerable<string> FindFlawsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var found = new HashSet<int>();
        await foreach (var row in rows.ReadAsync(db.Model.FindEntityType(typeof(Article))!, cancellationToken))
        {
            var number = (int)(row["Number"] as long? ?? 0);
            Numbers[(long)row["Id"]!] = number;
            foreach (var flaw in found.Add(number) ? await CompareAsync(number, row, cancellationToken) : [RecordWords.Added($"another article {number}")])
            {
                yield return flaw;
            }
        }

        foreach (var number in replay.Articles.Keys.Where(n => !found.Contains(n)).Order())
        {
            yield return RecordWords.Missing($"article {number}");
        }
    }

    /// <summary>Returns the differences in the texts kept as evidence.</summary>
    public async IAsyncEnumerable<string> FindFlawsInTextsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var named = (await db.Claims.AsNoTracking().SelectMany(c => c.Sources).Where(s => s.Archive!.Hash != null).Select(s => s.Archive!.Hash!).ToListAsync(cancellationToken)).ToHashSet();
        var found = new HashSet<string>();
        await foreach (var row in rows.ReadAsync(db.Model.FindEntityType(typeof(KeptText))!, cancellationToken))
        {
            var hash = $"{row["Hash"]}";
            found.Add(hash);
            if (row["Text"] is not string text || Article.HashOf(text) != hash)
            {
                yield return RecordWords.Differ($"kept text {Short(hash)}", ["Text"]);
            }
            else if (!replay.Texts.MayBeThere(hash, named.Contains(hash)))
            {
                yield return RecordWords.Added($"kept text {Short(hash)}");
            }
        }

        foreach (var hash in named.Where(h => !found.Contains(h) && !replay.Texts.MayBeGone(h)).Order(StringComparer.Ordinal))
        {
            yield return RecordWords.Missing($"kept text {Short(hash)}");
        }
    }

    private async Task<IReadOnlyList<string>> CompareAsync(int number, Dictionary<string, object?> row, CancellationToken cancellationToken)
    {
        var name = $"article {number}";
        if (!replay.Articles.TryGetValue(number, out var history))
        {
            return replay.Unknown.ContainsKey(name) ? [] : [RecordWords.Added(name)];
        }

        var (text, last) = (row["Text"] as string ?? "", history.Texts[^1]);
        var columns = RowMatching.Differences(history.Cells, row).Except([nameof(Article.ContentHash)]).ToList();
        columns.AddRange(RowMatching.Differences(
            new Dictionary<string, object?>
            {
                [nameof(Article.Revision)] = (long)last.Number,
                [nameof(Article.ContentHash)] = history.Cells.GetValueOrDefault(nameof(Article.ContentHash)) ?? last.Hash,
            },
            row));
        if (Article.HashOf(text) != last.Hash)
        {
            columns.Add(nameof(Article.Text));
        }

        var before = await rows.RevisionsAsync((long)row["Id"]!, cancellationToken).Select(r => (IReadOnlyDictionary<string, object?>)new Dictionary<string, object?>
        {
            ["Number"] = r["Number"],
            ["Text"] = Article.HashOf($"{r["Text"]}"),
            ["ReplacedAt"] = r["ReplacedAt"],
        }).ToListAsync(cancellationToken);
        return
        [
            .. columns.Count == 0 ? Array.Empty<string>() : [RecordWords.Differ(name, columns)],
            .. RowMatching.FindFlaws(
                [.. history.Texts.SkipLast(1).Select(t => new Dictionary<string, object?>
                {
                    ["Number"] = (long)t.Number, ["Text"] = t.Hash, ["ReplacedAt"] = t.ReplacedAt?.ToUnixTimeMilliseconds(),
                })],
                before,
                r => $"revision {r["Number"]} of {name}"),
        ];
    }

    private static string Short(string hash) => hash[..Math.Min(8, hash.Length)];
}
