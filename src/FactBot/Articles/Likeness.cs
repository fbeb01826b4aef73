using System.Numerics;
using System.Text.RegularExpressions;

namespace FactBot.Articles;

/// <summary>How much two texts have in common, as runs of four words.</summary>
internal static partial class Likeness
{
    private const int WordsInRun = 4;

    /// <summary>Two texts that have more than this share in common are one article, edited a little.</summary>
    public const double Same = 0.8;

    /// <summary>
    /// 64 bits that nearly agree where texts nearly agree (Charikar's SimHash), so that likely pairs are found without
    /// reading the texts.
    /// </summary>
    public static long FingerprintOf(string text)
    {
        Span<int> votes = stackalloc int[64];
        foreach (var run in RunsOf(text))
        {
            for (var bit = 0; bit < 64; bit++)
            {
                votes[bit] += (run >> bit & 1) == 1 ? 1 : -1;
            }
        }

        var fingerprint = 0L;
        for (var bit = 0; bit < 64; bit++)
        {
            fingerprint |= votes[bit] > 0 ? 1L << bit : 0;
        }

        return fingerprint;
    }

    /// <summary>Whether it is worth comparing the texts themselves: at most 16 of the 64 bits differ.</summary>
    public static bool MayBeSame(long one, long other) => BitOperations.PopCount((ulong)(one ^ other)) <= 16;

    /// <summary>The share of their runs that two texts have in common, 0 to 1.</summary>
    public static double Between(string one, string other)
    {
        var (a, b) = (RunsOf(one), RunsOf(other));
        var common = a.Count(b.Contains);
        return a.Count + b.Count == common ? 0 : (double)common / (a.Count + b.Count - common);
    }

    private static HashSet<long> RunsOf(string text)
    {
        var words = new List<string>();
        foreach (var word in Word().EnumerateMatches(text))
        {
            words.Add(text.Substring(word.Index, word.Length).ToLowerInvariant());
        }

        var runs = new HashSet<long>();
        for (var i = 0; i + WordsInRun <= words.Count; i++)
        {
            runs.Add(HashOf(string.Join(' ', words.GetRange(i, WordsInRun))));
        }

        return runs;
    }

    /// <summary>FNV-1a, mixed once more: the same on every machine and in every run, unlike <see cref="string.GetHashCode()"/>.</summary>
    private static long HashOf(string run)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in run)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        hash = (hash ^ hash >> 33) * 0xff51afd7ed558ccdUL;
        return (long)(hash ^ hash >> 33);
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
