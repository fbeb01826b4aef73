namespace FactBot.Text.Terms;

/// <summary>Reads numbers that German writes as one word: einundzwanzig, zwölftausend, zweieinhalb.</summary>
internal static class GermanNumber
{
    private static readonly string[] Small =
    [
        "", "ein", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwolf", "dreizehn", "vierzehn", "funfzehn", "sechzehn",
        "siebzehn", "achtzehn", "neunzehn",
    ];

    private static readonly string[] Tens = ["zwanzig", "dreissig", "vierzig", "funfzig", "sechzig", "siebzig", "achtzig", "neunzig"];

    /// <summary>Reads a word in lowercase without marks; null if it isn't such a number.</summary>
    public static decimal? Find(string word) =>
        !word.Contains("hundert", StringComparison.Ordinal) && !word.Contains("tausend", StringComparison.Ordinal)
        && !word.Contains("und", StringComparison.Ordinal) && !word.EndsWith("einhalb", StringComparison.Ordinal) ? null
        : word.EndsWith("einhalb", StringComparison.Ordinal) ? Below100(word[..^7]) + 0.5m
        : Read(word, "tausend", 1000, w => Read(w, "hundert", 100, Below100));

    private static decimal? Read(string word, string unit, int worth, Func<string, decimal?> readPart)
    {
        if (word.IndexOf(unit, StringComparison.Ordinal) is not (>= 0 and var at))
        {
            return readPart(word);
        }

        var rest = word[(at + unit.Length)..];
        rest = rest.StartsWith("und", StringComparison.Ordinal) ? rest[3..] : rest;
        return at == 0 ? worth + readPart(rest) : (readPart(word[..at]) * worth) + readPart(rest);
    }

    private static decimal? Below100(string word)
    {
        if (Array.IndexOf(Small, word == "eins" ? "ein" : word) is >= 0 and var small)
        {
            return small;
        }

        for (var i = 0; i < Tens.Length; i++)
        {
            if (word.EndsWith(Tens[i], StringComparison.Ordinal))
            {
                var before = word[..^Tens[i].Length];
                return before.Length == 0 ? (i + 2) * 10
                    : before.EndsWith("und", StringComparison.Ordinal) && Array.IndexOf(Small, before[..^3]) is > 0 and < 10 and var unit ? ((i + 2) * 10) + unit
                    : null;
            }
        }

        return null;
    }
}
