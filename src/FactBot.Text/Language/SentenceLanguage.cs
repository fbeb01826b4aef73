using System.Collections.Concurrent;

namespace FactBot.Text.Language;

/// <summary>
/// The knowledge of a language that's needed to find where its sentences end. Each language has a file in <c>Languages/</c> with
/// one list per line, starting with the list's name; abbreviations are listed without their last stop.
/// </summary>
internal sealed class SentenceLanguage
{
    private static readonly ConcurrentDictionary<string, SentenceLanguage> Read = new();

    private readonly Dictionary<string, HashSet<string>> lists = [];

    private SentenceLanguage(string name)
    {
        Name = name;
        using var file = typeof(SentenceLanguage).Assembly.GetManifestResourceStream($"language-{name}.txt");
        using var reader = file is null ? null : new StreamReader(file);
        while (reader?.ReadLine() is { } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            lists[line[..colon]] = [.. line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        }
    }

    /// <summary>The two-letter ISO 639-1 code.</summary>
    public string Name { get; }

    /// <summary>Whether all nouns are capitalised, so that a capital letter doesn't show where a sentence begins.</summary>
    public bool CapitalisesNouns => Name == "de";

    /// <summary>Whether short words lose their vowel before another vowel and join the next word: l'art. 5.</summary>
    public bool Elides => Name == "fr";

    /// <summary>Whether nouns inflect, and abbreviated years and centuries can end sentences: w 1750 r., у ХХ ст.</summary>
    public bool IsSlavic => Name is "pl" or "uk" or "ru";

    public static SentenceLanguage Of(string name) => Read.GetOrAdd(name, n => new SentenceLanguage(n));

    /// <summary>A capitalised title with a stop, before a name: Mr, Gen, Св.</summary>
    public bool IsTitle(string word) => Has("titles", word);

    /// <summary>A title in lowercase, as in languages that capitalise only names: el prof. Ortiz.</summary>
    public bool IsSmallTitle(string word) =>
        word.Length > 1 && Name is not "en" and not "de" && char.IsLower(word[0]) && IsTitle(char.ToUpperInvariant(word[0]) + word[1..]);

    /// <summary>An abbreviation that never ends a sentence: e.g, bzw, див.</summary>
    public bool NeverEnds(string word) => HasLower("always", word);

    /// <summary>An abbreviation that's also a word, and ends a sentence before a word that begins one: им, im, os.</summary>
    public bool IsWordToo(string word) => HasLower("words-too", word);

    /// <summary>An abbreviation only before a number or a day, and otherwise often an ordinary word: no, art, fig, sun.</summary>
    public bool IsNumbered(string word) => HasLower("numbered", word);

    /// <summary>A short, capitalised day of the week.</summary>
    public bool IsDay(string word) => word.Length > 0 && char.IsUpper(word[0]) && HasLower("days", word);

    /// <summary>An abbreviation that may or may not end a sentence: Inc, a.m, млн.</summary>
    public bool MayEnd(string word) => HasLower("ends", word) || Has("places", word);

    /// <summary>An abbreviation that ends a sentence whenever a capital letter follows: etc, usw, т.д.</summary>
    public bool EndsBeforeCapital(string word) => HasLower("certain", word);

    /// <summary>An abbreviation that names follow, so that only a word that begins sentences shows a new one: Jr, St.</summary>
    public bool IsInNames(string word) => HasLower("strict", word);

    /// <summary>A word that begins sentences far more often than it begins names.</summary>
    public bool BeginsSentence(string word)
    {
        var lower = word.ToLowerInvariant().Replace('’', '\'');
        return word.Length > 0 && !char.IsLower(word[0])
            && (HasLower("starters", lower) || (lower.IndexOf('\'', StringComparison.Ordinal) is > 0 and var at && HasLower("starters", lower[..(at + 1)]))
                || (lower.IndexOf('\'', StringComparison.Ordinal) is > 0 and var cut && Name == "en" && HasLower("starters", lower[..cut])));
    }

    /// <summary>The first word of a phrase that introduces a sentence: “At 5 a.m. Mr. Hale …”.</summary>
    public bool Introduces(string word) => HasLower("introductions", word);

    /// <summary>A noun that continues a country's or company's short name: the U.S. Senate, Acme Inc. President.</summary>
    public bool Follows(string word) => HasLower("followers", word) || HasLower("roles", word);

    /// <summary>A unit that is also an ordinary word, only after a number: 9 in.</summary>
    public bool IsUnit(string word) => Has("units", word);

    /// <summary>A word that continues a sentence after an abbreviation, in scripts without capital letters: من, بعد.</summary>
    public bool GoesOn(string word) => Has("continuers", word);

    /// <summary>A title of courtesy, which may begin a sentence or continue one: Mr.</summary>
    public bool Addresses(string word) => HasLower("addresses", word);

    /// <summary>A word that's never a surname, so it begins a sentence even after a single letter: Malcolm X. It runs.</summary>
    public bool IsPronoun(string word) => word.Length > 0 && char.IsUpper(word[0]) && HasLower("pronouns", word);

    /// <summary>The name of a letter from another script, as in initials in Hindi: एस.</summary>
    public bool NamesLetter(string word) => Has("letter-names", word);

    /// <summary>A noun that takes a single letter: plan B, vitamin C.</summary>
    public bool TakesLetter(string word) =>
        HasLower("letters", word) || (IsSlavic && Inflected(word).Any(w => HasLower("letters", w)));

    /// <summary>A word that continues a time of day: Eastern, GMT, Monday.</summary>
    public bool FollowsTime(string word) => HasLower("time", word);

    /// <summary>A name that is written with an exclamation mark.</summary>
    public bool IsExclaimedName(string word) => HasLower("names", word);

    /// <summary>A verb of saying.</summary>
    public bool Says(string word) => HasLower("speech", word);

    /// <summary>Whether a text without spaces between words contains a verb of saying.</summary>
    public bool SaysWithin(string text) => lists.TryGetValue("speech", out var verbs) && verbs.Any(v => text.Contains(v, StringComparison.Ordinal));

    /// <summary>A word that follows an ordinal number written with a stop: am 3. Oktober.</summary>
    public bool StandsAfterOrdinal(string word) => HasLower("after-ordinal", word);

    public bool StandsBeforeOrdinal(string word) => HasLower("before-ordinal", word);

    /// <summary>Counts the words that are among the language's most common ones.</summary>
    public int CountCommon(IEnumerable<string> words) => words.Count(w => HasLower("words", w) || HasLower("starters", w));

    /// <summary>Whether few other languages in Latin script use the letter.</summary>
    public bool IsOwnLetter(char letter) => Has("own", char.ToLowerInvariant(letter).ToString());

    /// <summary>The possible base forms of an inflected noun, one or two letters shorter: witaminę, вітаміну, группы.</summary>
    private static IEnumerable<string> Inflected(string word) =>
        from cut in Enumerable.Range(1, 2)
        where word.Length > cut + 2
        from ending in (string[])["", "a", "а", "я", "ь"]
        select word[..^cut] + ending;

    private bool Has(string list, string word) => lists.TryGetValue(list, out var words) && words.Contains(word);

    private bool HasLower(string list, string word) => Has(list, word.ToLowerInvariant());
}
