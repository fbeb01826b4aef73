using System.Collections.Concurrent;

namespace FactBot.Text.Language;

/// <summary>
/// What one must know of a language to tell where its sentences end. Each has a file in <c>Languages/</c>: a line a list,
/// its name first; abbreviations stand there without their last stop.
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

    /// <summary>Its two letters by ISO 639-1.</summary>
    public string Name { get; }

    /// <summary>Whether every noun has a capital letter, so that one says nothing of where a sentence begins.</summary>
    public bool CapitalisesNouns => Name == "de";

    /// <summary>Whether short words lose their vowel before another and join it: l'art. 5.</summary>
    public bool Elides => Name == "fr";

    /// <summary>Whether its nouns are inflected, and years and centuries have abbreviations that end sentences: w 1750 r., у ХХ ст.</summary>
    public bool IsSlavic => Name is "pl" or "uk" or "ru";

    public static SentenceLanguage Of(string name) => Read.GetOrAdd(name, n => new SentenceLanguage(n));

    /// <summary>Written with a stop, in capitals, and followed by a name: Mr, Gen, Св.</summary>
    public bool IsTitle(string word) => Has("titles", word);

    /// <summary>A title in small letters, as languages write it that have capitals for names alone: el prof. Ortiz.</summary>
    public bool IsSmallTitle(string word) =>
        word.Length > 1 && Name is not "en" and not "de" && char.IsLower(word[0]) && IsTitle(char.ToUpperInvariant(word[0]) + word[1..]);

    /// <summary>Never the last word of a sentence: e.g, bzw, див.</summary>
    public bool NeverEnds(string word) => HasLower("always", word);

    /// <summary>One that is an ordinary word as well, and ends a sentence before a word that begins one: им, im, os.</summary>
    public bool IsWordToo(string word) => HasLower("words-too", word);

    /// <summary>An abbreviation only before a number or a day, and else often an ordinary word: no, art, fig, sun.</summary>
    public bool IsNumbered(string word) => HasLower("numbered", word);

    /// <summary>A day of the week in short, in capitals.</summary>
    public bool IsDay(string word) => word.Length > 0 && char.IsUpper(word[0]) && HasLower("days", word);

    /// <summary>An abbreviation that ends sentences as often as not: Inc, a.m, млн.</summary>
    public bool MayEnd(string word) => HasLower("ends", word) || Has("places", word);

    /// <summary>One that ends its sentence wherever a capital letter follows: etc, usw, т.д.</summary>
    public bool EndsBeforeCapital(string word) => HasLower("certain", word);

    /// <summary>One after which names stand, so that only a word that begins sentences tells: Jr, St.</summary>
    public bool IsInNames(string word) => HasLower("strict", word);

    /// <summary>A word that begins sentences far more often than names.</summary>
    public bool BeginsSentence(string word)
    {
        var lower = word.ToLowerInvariant().Replace('’', '\'');
        return word.Length > 0 && !char.IsLower(word[0])
            && (HasLower("starters", lower) || (lower.IndexOf('\'', StringComparison.Ordinal) is > 0 and var at && HasLower("starters", lower[..(at + 1)]))
                || (lower.IndexOf('\'', StringComparison.Ordinal) is > 0 and var cut && Name == "en" && HasLower("starters", lower[..cut])));
    }

    /// <summary>The first word of a phrase that leads to the sentence itself: “At 5 a.m. Mr. Hale …”.</summary>
    public bool Introduces(string word) => HasLower("introductions", word);

    /// <summary>A noun that goes on after a country's or a company's short name: the U.S. Senate, Acme Inc. President.</summary>
    public bool Follows(string word) => HasLower("followers", word) || HasLower("roles", word);

    /// <summary>A unit that is an ordinary word too, after a number only: 9 in.</summary>
    public bool IsUnit(string word) => Has("units", word);

    /// <summary>A word that leads on from an abbreviation, in scripts without capital letters: من, بعد.</summary>
    public bool GoesOn(string word) => Has("continuers", word);

    /// <summary>A title that strangers are spoken of with, which begins sentences as often as it goes on: Mr.</summary>
    public bool Addresses(string word) => HasLower("addresses", word);

    /// <summary>A word that is nobody's surname, so that it begins a sentence even after a single letter: Malcolm X. It runs.</summary>
    public bool IsPronoun(string word) => word.Length > 0 && char.IsUpper(word[0]) && HasLower("pronouns", word);

    /// <summary>What a letter of another script is called, as initials are written in Hindi: एस.</summary>
    public bool NamesLetter(string word) => Has("letter-names", word);

    /// <summary>A noun that a single letter belongs to: plan B, vitamin C.</summary>
    public bool TakesLetter(string word) =>
        HasLower("letters", word) || (IsSlavic && Inflected(word).Any(w => HasLower("letters", w)));

    /// <summary>What goes on after the time of a day: Eastern, GMT, Monday.</summary>
    public bool FollowsTime(string word) => HasLower("time", word);

    /// <summary>A name that is written with an exclamation mark.</summary>
    public bool IsExclaimedName(string word) => HasLower("names", word);

    /// <summary>A verb of saying.</summary>
    public bool Says(string word) => HasLower("speech", word);

    /// <summary>Whether a verb of saying stands in a text whose words aren't parted by spaces.</summary>
    public bool SaysWithin(string text) => lists.TryGetValue("speech", out var verbs) && verbs.Any(v => text.Contains(v, StringComparison.Ordinal));

    /// <summary>A word after an ordinal number, or before one, where these have a stop: am 3. Oktober.</summary>
    public bool StandsAfterOrdinal(string word) => HasLower("after-ordinal", word);

    public bool StandsBeforeOrdinal(string word) => HasLower("before-ordinal", word);

    /// <summary>How many of the words are among the commonest of the language.</summary>
    public int CountCommon(IEnumerable<string> words) => words.Count(w => HasLower("words", w) || HasLower("starters", w));

    /// <summary>Whether few other languages in Latin script have the letter.</summary>
    public bool IsOwnLetter(char letter) => Has("own", char.ToLowerInvariant(letter).ToString());

    /// <summary>What an inflected noun may be the form of, one or two letters shorter: witaminę, вітаміну, группы.</summary>
    private static IEnumerable<string> Inflected(string word) =>
        from cut in Enumerable.Range(1, 2)
        where word.Length > cut + 2
        from ending in (string[])["", "a", "а", "я", "ь"]
        select word[..^cut] + ending;

    private bool Has(string list, string word) => lists.TryGetValue(list, out var words) && words.Contains(word);

    private bool HasLower(string list, string word) => Has(list, word.ToLowerInvariant());
}
