using System.Text.RegularExpressions;

namespace FactBot.Benchmarks;

/// <summary>Puts slips of the fingers into a text, the same in every run: in every third word of five letters or more.</summary>
internal static partial class Typos
{
    private const int Each = 3;

    public static string PutInto(string text)
    {
        // Seeded by the text, so that a run can be repeated.
        var random = new Random(text.Aggregate(17, (seed, c) => unchecked((seed * 31) + c)));
        var count = 0;
        return Word().Replace(text, word => ++count % Each == 0 ? Slip(word.Value, random) : word.Value);
    }

    private static string Slip(string word, Random random)
    {
        var at = random.Next(1, word.Length - 1);
        return random.Next(4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, word[at].ToString()),
            2 => $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}",
            _ => $"{word[..at]}{(char)('a' + random.Next(26))}{word[(at + 1)..]}",
        };
    }

    [GeneratedRegex(@"(?<![@#/.\w])[A-Za-z]{5,}\b")]
    private static partial Regex Word();
}
