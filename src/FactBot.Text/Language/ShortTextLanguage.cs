using System.Collections.Frozen;

namespace FactBot.Text.Language;

/// <summary>Detects a short text's language by its most common words: enough to tell Spanish “once” from English.</summary>
internal static class ShortTextLanguage
{
    private static readonly (string Language, string Words)[] Common =
    [
        ("en", "the of and to is was were are that for with has have had by from it his her on this an be not"),
        ("de", "der die das und ist nicht ein eine einen mit von auf fur dem den des im zum zur wurde werden hat haben sich auch bei nach uber"),
        ("fr", "le la les des du et est une dans pour qui sur avec aux ce cette par ont ete au pas ne il elle sont"),
        ("es", "el los las del y una por con se su fue que en al es son han sus como mas esta este hubo pero"),
        ("pt", "o os as do da dos das e um uma em no na nos nas foi por com ao mais sao nao pelo pela"),
        ("pl", "w we z i na do nie jest byl bylo byla sie od za przez oraz po dla ze roku o"),
        ("uk", "і й та у в на що за до від з із не це як про був була було були він вона року є"),
        ("ru", "и в на что за до от с не это как по был была было были он она года из к"),
    ];

    private static readonly FrozenDictionary<string, int[]> Languages = Common
        .SelectMany((c, i) => c.Words.Split(' ').Select(w => (Word: w, Place: i))).GroupBy(w => w.Word, w => w.Place).ToFrozenDictionary(g => g.Key, g => g.ToArray());

    /// <summary>Returns the language's code; English if nothing points to another.</summary>
    /// <param name="words">In lowercase, without accents on Latin letters.</param>
    public static string Of(IEnumerable<string> words)
    {
        Span<int> counts = stackalloc int[Common.Length];
        foreach (var word in words)
        {
            if (Languages.TryGetValue(word, out var places))
            {
                foreach (var place in places)
                {
                    counts[place]++;
                }
            }
        }

        var best = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            best = counts[i] > counts[best] ? i : best;
        }

        return Common[best].Language;
    }
}
