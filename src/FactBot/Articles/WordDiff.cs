using System.Text.RegularExpressions;
using FactBot.Chat;

namespace FactBot.Articles;

/// <summary>What has changed between two passages, word by word.</summary>
internal static partial class WordDiff
{
    /// <summary>Longer passages, in words, are shown one after the other.</summary>
    private const int MaxWords = 400;

    /// <summary>The words that are gone struck through, those that are new in bold, and the others as they are.</summary>
    public static Words Of(string before, string after)
    {
        var (old, now) = (WordsOf(before), WordsOf(after));
        if (old.Count > MaxWords || now.Count > MaxWords)
        {
            return $"~~{before}~~ **{after}**";
        }

        return Words.Join(" ", Runs(old, now).Select<(char Kind, string Text), Words>(run => run.Kind switch
        {
            '-' => $"~~{run.Text}~~",
            '+' => $"**{run.Text}**",
            _ => $"{run.Text}",
        }));
    }

    /// <summary>The share of words that two passages have in common, in their order: 0 to 1.</summary>
    public static double Likeness(string before, string after)
    {
        var (old, now) = (WordsOf(before.ToLowerInvariant()), WordsOf(after.ToLowerInvariant()));
        return old.Count + now.Count == 0 || old.Count > MaxWords || now.Count > MaxWords
            ? 0
            : 2.0 * LongestCommon(old, now)[0, 0] / (old.Count + now.Count);
    }

    private static List<string> WordsOf(string text) => [.. Word().Matches(text).Select(m => m.Value)];

    private static List<(char Kind, string Text)> Runs(List<string> old, List<string> now)
    {
        var common = LongestCommon(old, now);
        var runs = new List<(char Kind, string Text)>();
        var (i, j) = (0, 0);
        while (i < old.Count || j < now.Count)
        {
            if (i < old.Count && j < now.Count && old[i] == now[j])
            {
                Add('=', old[i]);
                (i, j) = (i + 1, j + 1);
            }
            else if (i < old.Count && (j == now.Count || common[i + 1, j] >= common[i, j + 1]))
            {
                Add('-', old[i++]);
            }
            else
            {
                Add('+', now[j++]);
            }
        }

        return runs;

        void Add(char kind, string word)
        {
            if (runs.Count > 0 && runs[^1].Kind == kind)
            {
                runs[^1] = (kind, $"{runs[^1].Text} {word}");
            }
            else
            {
                runs.Add((kind, word));
            }
        }
    }

    /// <summary>How many words the rests of both from each place on have in common.</summary>
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
