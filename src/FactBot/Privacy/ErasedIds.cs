using System.Text.RegularExpressions;
using FactBot.Domain;

namespace FactBot.Privacy;

/// <summary>
/// Erases people's ids from a page that is read again after they were erased from its kept text. Since nothing tells what the
/// ids were, an id that is in none of the kept texts is taken to be one of them.
/// </summary>
internal static partial class ErasedIds
{
    /// <summary>How much text before an id tells which pseudonym it had, in characters.</summary>
    private const int Before = 16;

    /// <summary>Puts the pseudonyms of the kept texts in place of the ids they stand for.</summary>
    /// <param name="text">The page's text as it was read now.</param>
    /// <param name="kept">The texts kept of it, the current one first.</param>
    public static string EraseAgain(string text, IReadOnlyList<string> kept)
    {
        var known = kept.SelectMany(NumbersIn).Distinct().ToList();
        var pseudonyms = known.FindAll(IsPseudonym);
        foreach (var id in NumbersIn(text).Distinct().Except(known))
        {
            var before = text[Math.Max(0, text.IndexOf(id, StringComparison.Ordinal) - Before)..text.IndexOf(id, StringComparison.Ordinal)];
            var likely = pseudonyms.FindAll(p => p.Length == id.Length);
            if ((likely.Find(p => kept.Any(k => k.Contains(before + p, StringComparison.Ordinal))) ?? likely.FirstOrDefault()) is { } pseudonym)
            {
                text = text.Replace(id, pseudonym, StringComparison.Ordinal);
            }
        }

        return text;
    }

    /// <summary>Whether it's a pseudonym, which is padded to the length of the id it stands for.</summary>
    private static bool IsPseudonym(string number) => ulong.TryParse(number, out var value) && value > 0 && new PersonId(value).IsFormerMember;

    private static IEnumerable<string> NumbersIn(string text) => Ids().Matches(text).Select(m => m.Value);

    [GeneratedRegex("(?<![0-9])[0-9]{17,20}(?![0-9])")]
    private static partial Regex Ids();
}
