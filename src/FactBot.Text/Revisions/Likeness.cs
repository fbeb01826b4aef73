using System.Numerics;
using System.Text.RegularExpressions;

namespace FactBot.Text.Revisions;

/// <summary>Measures how much two texts have in common, in runs of four words.</summary>
public static partial class Likeness
{
    private const int WordsInRun = 4;

    /// <summary>Two texts that share more than this are versions of one article with small edits.</summary>
    public const double Same = 0.8;

    private const double FewSentences = 0.06;
    private const double MostWords = 0.9;

    /// <summary>In characters. In a shorter text, each changed word affects a larger share of the runs.</summary>
    private const int Short = 400;
    private const double SomeWords = 0.4;

    /// <summary>In letters and digits. Shorter sentences, such as “Read more”, can occur in any text.</summary>
    private const int ShortestSentence = 15;

    /// <summary>
    /// Returns 64 bits that are nearly equal for nearly equal texts (Charikar's SimHash), so that likely pairs are found without
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

    /// <summary>Whether the texts themselves are worth comparing: at most 16 of the 64 bits differ.</summary>
    public static bool MayBeSame(long one, long other) => BitOperations.PopCount((ulong)(one ^ other)) <= 16;

    /// <summary>Returns the share of their runs that two texts have in common, from 0 to 1.</summary>
    public static double Between(string one, string other)
    {
        var (a, b) = (RunsOf(one), RunsOf(other));
        var common = a.Count(b.Contains);
        return a.Count + b.Count == common ? 0 : (double)common / (a.Count + b.Count - common);
    }

    /// <summary>Returns the share of the shorter text's runs that the longer text also has: 1 if it contains all of it.</summary>
    public static double Shared(string one, string other)
    {
        var (a, b) = (RunsOf(one), RunsOf(other));
        return a.Count == 0 || b.Count == 0 ? string.Equals(one, other, StringComparison.Ordinal) ? 1 : 0 : (double)a.Count(b.Contains) / Math.Min(a.Count, b.Count);
    }

    /// <summary>
    /// Whether two texts are different articles rather than versions of one: they share hardly any sentences, nor most of their
    /// words. A short text with a figure changed in each sentence still shares most words.
    /// </summary>
    public static bool AreTwo(string one, string other)
    {
        var (a, b) = (SentencesOf(one), SentencesOf(other));
        var common = a.Count(b.Contains);
        return common <= Math.Min(a.Count, b.Count) * FewSentences && Shared(one, other) < (Math.Min(one.Length, other.Length) < Short ? SomeWords : MostWords);
    }

    /// <summary>Splits at full stops and line ends, and keeps lower-case letters and digits.</summary>
    private static HashSet<string> SentencesOf(string text) =>
        [.. SentenceEnd().Split(text).Select(s => string.Concat(s.Where(char.IsLetterOrDigit)).ToLowerInvariant()).Where(s => s.Length >= ShortestSentence)];

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

    /// <summary>FNV-1a with extra mixing: stable across machines and runs, unlike <see cref="string.GetHashCode()"/>.</summary>
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

    [GeneratedRegex(@"[.!?…。！？।؟]+[\s”’""'»)]|\n|[。！？।]")]
    private static partial Regex SentenceEnd();

    // In scripts without spaces, each letter counts as a word.
    [GeneratedRegex(@"[\u3040-\u30FF\u3400-\u9FFF\u0E01-\u0E3A\u0E40-\u0E4E]|[\p{L}\p{N}-[\u3040-\u30FF\u3400-\u9FFF\u0E01-\u0E3A\u0E40-\u0E4E]]+")]
    private static partial Regex Word();
}
