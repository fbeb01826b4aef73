namespace FactBot.Text.Language;

/// <summary>Lightly reduces a word's forms to one: plurals, past and progressive forms, adverbs in -ly.</summary>
/// <remarks>The first steps of M. F. Porter, An algorithm for suffix stripping (1980); non-Latin words stay unchanged.</remarks>
internal static class Stems
{
    private const int RootLength = 5;

    public static string Of(string word)
    {
        if (word.Length < 4 || !char.IsAsciiLetterLower(word[^1]))
        {
            return word;
        }

        var stem = word switch
        {
            _ when word.EndsWith("sses", StringComparison.Ordinal) => word[..^2],
            _ when word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4 => word[..^3] + "y",
            _ when word.EndsWith('s') && word[^2] is not 's' and not 'u' and not 'i' => word[..^1],
            _ => word,
        };
        stem = Without(stem, "ing") ?? Without(stem, "ed") ?? stem;
        stem = stem.Length > 6 && stem.EndsWith("ly", StringComparison.Ordinal) ? stem[..^2] : stem;
        return stem.Length > 3 && stem[^1] == 'e' ? stem[..^1]
            : stem.Length > 3 && stem[^1] == 'y' ? stem[..^1] + "i"
            : stem;
    }

    /// <summary>Returns a word's first letters, which its family shares: protester and protestor, elect and election.</summary>
    public static string RootOf(string stem) => stem.Length < RootLength ? stem : stem[..RootLength];

    private static string? Without(string word, string ending)
    {
        if (word.Length < ending.Length + 3 || !word.EndsWith(ending, StringComparison.Ordinal))
        {
            return null;
        }

        var stem = word[..^ending.Length];
        return !stem.Any(c => "aeiouy".Contains(c, StringComparison.Ordinal)) ? null
            : stem[^1] == stem[^2] && stem[^1] is not 'l' and not 's' and not 'z' ? stem[..^1]
            : stem;
    }
}
