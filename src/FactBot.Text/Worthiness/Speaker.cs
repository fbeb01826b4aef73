using System.Text.RegularExpressions;

namespace FactBot.Text.Worthiness;

/// <summary>Finds the person who is quoted in a sentence, in direct or indirect speech.</summary>
internal static partial class Speaker
{
    private const string Says = "said|says|told|tells|declared|stated|claimed|claims|added|argued|insisted|explained|announced|warned|wrote|noted|"
        + "denied|admitted|promised|tweeted|posted|called|described|characterized|stressed|suggested|further stated|later (?:said|defended)";

    private const string Name = @"(?:[\p{Lu}][\p{L}’'-]+|[\p{Lu}]\.)(?:\s(?:(?:[\p{Lu}][\p{L}’'-]+|[\p{Lu}]\.)|(?:of|de|da|van|von|der|al)(?=\s\p{Lu})))*";

    /// <summary>Returns the name as written, without a title's article; null if nobody is quoted.</summary>
    public static string? FindIn(string sentence, int longest = 100)
    {
        foreach (var pattern in new[] { AccordingTo(), NameThenVerb(), VerbThenName(), GermanFrenchSpanish(), Ukrainian() })
        {
            var match = pattern.Match(sentence.Length > 600 ? sentence[..600] : sentence);
            if (match.Success && match.Groups["who"].Value is { Length: > 2 } who && who.Length <= longest && !NotAName().IsMatch(who))
            {
                return who.ReplaceLineEndings(" ");
            }
        }

        return null;
    }

    [GeneratedRegex($@"\b[Aa]ccording to\s(?:an?\s|the\s)?(?<who>{Name})")]
    private static partial Regex AccordingTo();

    [GeneratedRegex($@"(?<who>{Name})(?:, [^,]{{1,60}},)?\s(?:{Says})\b")]
    private static partial Regex NameThenVerb();

    [GeneratedRegex($@"[,”""»“]\s?(?:{Says})\s(?<who>{Name})")]
    private static partial Regex VerbThenName();

    [GeneratedRegex($@"(?:sagte|erklärte|(?<=[“”""»],?\s)so|[Ll]aut|[Ss]elon|[Ss]egún|dijo|a déclaré)\s(?<who>{Name})")]
    private static partial Regex GermanFrenchSpanish();

    [GeneratedRegex($@"(?:заявив|заявила|сказав|сказала|повідомив|повідомила|наголосив|наголосила)\s(?<who>{Name})")]
    private static partial Regex Ukrainian();

    [GeneratedRegex(@"^(?:He|She|It|They|We|I|You|The|This|That|These|Those|But|And|When|While|In|On|At|As|If|Who|What|Many|Some|Critics|Officials|Lawmakers|People)\b(?! [\p{Lu}])")]
    private static partial Regex NotAName();
}
