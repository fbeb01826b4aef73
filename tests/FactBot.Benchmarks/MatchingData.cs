using System.Globalization;

namespace FactBot.Benchmarks;

/// <summary>A claim of a collection: <c>id, title, claim, subtitle, date</c> in tab-separated columns, with a header.</summary>
internal sealed record CollectedClaim(string Id, string Title, string Text, string Subtitle, DateTimeOffset? Date)
{
    public static IReadOnlyList<CollectedClaim> Read(string path) =>
    [
        .. File.ReadLines(path).Skip(1).Select(line => line.Split('\t')).Where(c => c.Length >= 3).Select(c => new CollectedClaim(
            c[0], c[1], c[2], c.ElementAtOrDefault(3) ?? "",
            DateTimeOffset.TryParse(c.ElementAtOrDefault(4), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null)),
    ];
}

/// <summary>Texts to be matched, by their ids, and which claims are the right ones.</summary>
internal sealed record Queries(IReadOnlyList<(string Id, string Text)> Texts, IReadOnlyDictionary<string, HashSet<string>> Gold)
{
    /// <param name="queries"><c>id TAB text</c>.</param>
    /// <param name="qrels"><c>id TAB 0 TAB claim TAB 1</c>; null where the gold is not known.</param>
    public static Queries Read(string queries, string? qrels) => new(
        [.. File.ReadLines(queries).Select(line => line.Split('\t', 2)).Where(c => c.Length == 2).Select(c => (c[0], c[1]))],
        qrels is null ? new Dictionary<string, HashSet<string>>() : File.ReadLines(qrels).Select(line => line.Split('\t')).Where(c => c.Length >= 3)
            .GroupBy(c => c[0], c => c[2]).ToDictionary(g => g.Key, g => g.ToHashSet()));
}
