using System.Text.RegularExpressions;

namespace FactBot.Text.Revisions;

/// <summary>Finds what changed between two passages, word by word.</summary>
public static partial class WordDiff
{
    /// <summary>In words. Longer passages aren’t compared.</summary>
    private const int MaxWords = 400;

    /// <summary>Compares two passages word by word. A passage that is too long counts as completely replaced.</summary>
    public static IReadOnlyList<WordRun> Between(string before, string after)
    {
        var (old, now) = (WordsOf(before), WordsOf(after));
        return old.Count > MaxWords || now.Count > MaxWords
            ? [new(WordRunKind.Removed, before), new(WordRunKind.Added, after)]
            : Runs(old, now);
    }

    /// <summary>Returns the share of words that two passages have in common, in order, from 0 to 1.</summary>
    public static double Likeness(string before, string after)
    {
        var (old, now) = (WordsOf(before.ToLowerInvariant()), WordsOf(after.ToLowerInvariant()));
        return old.Count + now.Count == 0 || old.Count > MaxWords || now.Count > MaxWords
            ? 0
            : 2.0 * LongestCommon(old, now)[0, 0] / (old.Count + now.Count);
    }

    private static List<string> WordsOf(string text) => [.. Word().Matches(text).Select(m => m.Value)];

    private static List<WordRun> Runs(List<string> old, List<string> now)
    {
        var common = LongestCommon(old, now);
        var runs = new List<WordRun>();
        var (i, j) = (0, 0);
        while (i < old.Count || j < now.Count)
        {
            if (i < old.Count && j < now.Count && old[i] == now[j])
            {
                Add(WordRunKind.Kept, old[i]);
                (i, j) = (i + 1, j + 1);
            }
            else if (i < old.Count && (j == now.Count || common[i + 1, j] >= common[i, j + 1]))
            {
                Add(WordRunKind.Removed, old[i++]);
            }
            else
            {
                Add(WordRunKind.Added, now[j++]);
            }
        }

        return runs;

        void Add(WordRunKind kind, string word)
        {
            if (runs.Count > 0 && runs[^1].Kind == kind)
            {
                runs[^1] = new(kind, $"{runs[^1].Text} {word}");
            }
            else
            {
                runs.Add(new(kind, word));
            }
        }
    }

    /// <summary>For each pair of positions, counts the words that the rests of both passages have in common, in order.</summary>
    private static int[,] LongestCommon(List<string> old, List<string> now)
    {
        var common = new int[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = now.Count - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }

    [GeneratedRegex(@"\S+")]
    private static partial Regex Word();
}

/// <summary>A run of words that were all kept, removed or added.</summary>
/// <param name="Kind">What happened to them.</param>
/// <param name="Text">The words, separated by spaces.</param>
public readonly record struct WordRun(WordRunKind Kind, string Text);

public enum WordRunKind
{
    Kept,
    Removed,
    Added,
}
