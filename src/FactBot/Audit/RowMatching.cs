namespace FactBot.Audit;

/// <summary>Compares expected rows with actual ones that share no key, by pairing the most similar rows.</summary>
internal static class RowMatching
{
    /// <summary>Returns the differences, in sentences.</summary>
    /// <param name="expected">In order of creation, with the cells to compare.</param>
    /// <param name="actual">In order of creation.</param>
    /// <param name="nameOf">Names a row.</param>
    public static IEnumerable<string> FindFlaws(
        IReadOnlyList<IReadOnlyDictionary<string, object?>> expected,
        IReadOnlyList<IReadOnlyDictionary<string, object?>> actual,
        Func<IReadOnlyDictionary<string, object?>, string> nameOf)
    {
        var places = new List<int>();
        var (missing, left) = (new List<IReadOnlyDictionary<string, object?>>(), Enumerable.Range(0, actual.Count).ToList());
        foreach (var row in expected)
        {
            if (left.FindIndex(i => Differences(row, actual[i]).Count == 0) is var same and >= 0)
            {
                places.Add(left[same]);
                left.RemoveAt(same);
            }
            else
            {
                missing.Add(row);
            }
        }

        foreach (var row in missing)
        {
            // If more than half of its cells differ, it's a different row.
            var nearest = left.Select(i => (Index: i, Columns: Differences(row, actual[i]))).Where(c => c.Columns.Count <= row.Count / 2)
                .OrderBy(c => c.Columns.Count).FirstOrDefault();
            if (nearest.Columns is { } columns)
            {
                left.Remove(nearest.Index);
                yield return RecordWords.Differ(nameOf(row), columns);
            }
            else
            {
                yield return RecordWords.Missing(nameOf(row));
            }
        }

        foreach (var row in left)
        {
            yield return RecordWords.Added(nameOf(actual[row]));
        }

        if (missing.Count + left.Count == 0 && !places.SequenceEqual(places.Order()))
        {
            yield return $"{nameOf(expected[0])} and those after it aren't in the order of the trail";
        }
    }

    /// <summary>Returns the columns whose cells differ from what is expected.</summary>
    public static IReadOnlyList<string> Differences(IReadOnlyDictionary<string, object?> expected, IReadOnlyDictionary<string, object?> actual) =>
        [.. expected.Where(cell => !Equals(cell.Value, actual.GetValueOrDefault(cell.Key))).Select(cell => cell.Key)];
}
