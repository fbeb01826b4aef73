using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace FactBot.Text.Quotes;

/// <summary>
/// Finds the passage that says nearly the same as a quote, with up to a tenth of the letters changed, one word left out, or
/// notes in brackets inserted. If two different passages are equally close, it finds none.
/// </summary>
internal static partial class NearQuote
{
    /// <summary>In letters. Shorter quotes say too little to identify a similar passage.</summary>
    private const int Shortest = 16;

    private const int Gram = 4;

    /// <summary>The share of letters that may differ.</summary>
    private const double Changed = 0.1;

    /// <summary>The maximum length of a left-out word, in letters.</summary>
    private const int LongestWord = 24;

    private const int Candidates = 24;

    private const int Bucket = 32;

    public static TextAnchor? Find(string text, string quote)
    {
        var folded = FoldedText.Of(text, readsMarkdown: true);
        var pieces = Bracket().Split(quote).Select(p => FoldedText.Of(p, readsMarkdown: true).Letters.Trim(' ', '.', ',')).Where(p => p.Any(char.IsLetterOrDigit)).ToList();
        return pieces.Count switch
        {
            0 => null,
            1 when Place(folded.Letters, pieces[0]) is { } place => Anchor(folded, text, place.Start, place.End, quote.TrimEnd().EndsWith('.')),
            > 1 => InPieces(folded, text, pieces),
            _ => null,
        };
    }

    /// <summary>Finds the pieces between notes, each verbatim, and no farther apart than a note can stand for.</summary>
    private static TextAnchor? InPieces(FoldedText folded, string text, List<string> pieces)
    {
        if (pieces.Sum(p => p.Length) < Shortest)
        {
            return null;
        }

        (int Start, int End)? found = null;
        for (var first = folded.Letters.IndexOf(pieces[0], StringComparison.Ordinal); first >= 0; first = folded.Letters.IndexOf(pieces[0], first + 1, StringComparison.Ordinal))
        {
            var end = first + pieces[0].Length;
            foreach (var piece in pieces.Skip(1))
            {
                var next = end < 0 ? -1 : folded.Letters.IndexOf(piece, end, Math.Min(folded.Letters.Length - end, piece.Length + 200), StringComparison.Ordinal);
                end = next < 0 ? -1 : next + piece.Length;
            }

            if (end > 0 && folded.IsWhole(first, end))
            {
                if (found is { } other && first >= other.End && folded.Letters[other.Start..other.End] != folded.Letters[first..end])
                {
                    return null;
                }

                found = found is null || (first < found.Value.End && end - first < found.Value.End - found.Value.Start) ? (first, end) : found;
            }
        }

        return found is { } place ? folded.AnchorAt(text, place.Start, place.End) with { IsNear = true } : null;
    }

    private static TextAnchor? Anchor(FoldedText folded, string text, int start, int end, bool withStop)
    {
        while (start > 0 && !folded.IsWhole(start, end))
        {
            start--;
            if (folded.Letters[start] == ' ')
            {
                start++;
                break;
            }
        }

        while (end < folded.Letters.Length && !folded.IsWhole(start, end))
        {
            end++;
        }

        end += withStop && end < folded.Letters.Length && folded.Letters[end] == '.' ? 1 : 0;
        return folded.AnchorAt(text, start, end) with { IsNear = true };
    }

    private static (int Start, int End)? Place(string text, string quote)
    {
        if (quote.Length < Shortest)
        {
            return null;
        }

        var windows = FindCandidates(text, quote).Select(from => Math.Max(0, from - Bucket - LongestWord))
            .Select(start => (Start: start, End: Math.Min(text.Length, start + quote.Length + (2 * (Bucket + LongestWord))))).ToList();
        if (Nearest(text, quote, windows) is not { } found || !IsNear(text[found.Start..found.End], quote, found.Distance))
        {
            return null;
        }

        var others = windows.SelectMany<(int Start, int End), (int Start, int End)>(
            w => [(w.Start, Math.Min(w.End, found.Start)), (Math.Max(w.Start, found.End), w.End)]).Where(w => w.End - w.Start >= quote.Length / 2);
        var isAlone = Nearest(text, quote, others) is not { } second || text[second.Start..second.End] == text[found.Start..found.End]
            || second.Distance > found.Distance + Math.Max(2, quote.Length / 25);
        return isAlone ? (found.Start, found.End) : null;
    }

    private static (int Start, int End, int Distance)? Nearest(string text, string quote, IEnumerable<(int Start, int End)> windows)
    {
        (int Start, int End, int Distance)? best = null;
        foreach (var window in windows)
        {
            var (start, end, distance) = Align(text.AsSpan(window.Start, window.End - window.Start), quote);
            best = best is null || distance < best.Value.Distance ? (window.Start + start, window.Start + end, distance) : best;
        }

        return best;
    }

    private static bool IsNear(string passage, string quote, int distance)
    {
        if (distance <= Changed * quote.Length)
        {
            return true;
        }

        // One word is left out; all others are the same.
        var (there, here) = (passage.Split(' ', StringSplitOptions.RemoveEmptyEntries), quote.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var same = there.Zip(here).TakeWhile(w => w.First == w.Second).Count();
        return there.Length == here.Length + 1 && there.Skip(same + 1).SequenceEqual(here.Skip(same));
    }

    /// <summary>Finds where the quote could begin: the positions to which most of its four-letter runs point.</summary>
    private static List<int> FindCandidates(string text, string quote)
    {
        var grams = new Dictionary<ulong, List<int>>();
        for (var i = 0; i + Gram <= quote.Length; i++)
        {
            ref var places = ref CollectionsMarshal.GetValueRefOrAddDefault(grams, GramAt(quote, i), out _);
            (places ??= []).Add(i);
        }

        var votes = new Dictionary<int, int>();
        for (var i = 0; i + Gram <= text.Length; i++)
        {
            if (grams.TryGetValue(GramAt(text, i), out var places))
            {
                // A run that repeats within the quote says little about where the quote begins.
                foreach (var place in places.Take(12))
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(votes, (i - place) / Bucket, out _)++;
                }
            }
        }

        return votes.Where(v => v.Value >= 3).OrderByDescending(v => v.Value + votes.GetValueOrDefault(v.Key + 1)).ThenBy(v => v.Key)
            .Take(Candidates).Select(v => Math.Max(0, v.Key * Bucket)).ToList();
    }

    private static ulong GramAt(string text, int at) =>
        ((ulong)text[at] << 48) | ((ulong)text[at + 1] << 32) | ((ulong)text[at + 2] << 16) | text[at + 3];

    /// <summary>
    /// Finds the span of the window with the smallest Levenshtein distance from the quote (Sellers 1980, "The theory and
    /// computation of evolutionary distances").
    /// </summary>
    private static (int Start, int End, int Distance) Align(ReadOnlySpan<char> window, string quote)
    {
        var (cost, from) = (new int[quote.Length + 1], new int[quote.Length + 1]);
        for (var i = 0; i <= quote.Length; i++)
        {
            cost[i] = i;
        }

        var best = (Start: 0, End: 0, Distance: quote.Length);
        for (var j = 1; j <= window.Length; j++)
        {
            var (diagonal, diagonalFrom) = (cost[0], from[0]);
            (cost[0], from[0]) = (0, j);
            for (var i = 1; i <= quote.Length; i++)
            {
                var (left, leftFrom) = (cost[i], from[i]);
                var replaced = diagonal + (quote[i - 1] == window[j - 1] ? 0 : 1);
                (cost[i], from[i]) = replaced <= left + 1 && replaced <= cost[i - 1] + 1 ? (replaced, diagonalFrom)
                    : left <= cost[i - 1] ? (left + 1, leftFrom) : (cost[i - 1] + 1, from[i - 1]);
                (diagonal, diagonalFrom) = (left, leftFrom);
            }

            if (cost[^1] < best.Distance)
            {
                best = (from[^1], j, cost[^1]);
            }
        }

        return best;
    }

    [GeneratedRegex(@"\s*[\[(](?:[^\[\]()]{0,100})[\])]\s*|\s*(?:…|\.\.\.)\s*")]
    private static partial Regex Bracket();
}
