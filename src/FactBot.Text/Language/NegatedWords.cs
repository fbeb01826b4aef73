using System.Collections.Frozen;

namespace FactBot.Text.Language;

/// <summary>Words that turn a statement into its opposite, in the languages that FactBot reads.</summary>
internal static class NegatedWords
{
    private static readonly FrozenSet<string> All = (
        "not no never none nobody nothing neither nor nowhere without cannot aint nicht kein keine keinen keinem keiner keines nie niemals niemand nichts ohne weder "
        + "pas jamais aucun aucune sans rien personne ni nunca sin ningun ninguno ninguna nadie nada jamas tampoco nao nunca sem nenhum nenhuma ninguem jamais "
        + "не ні ніколи без немає нема жодного жоден жодна жодної жодне ніхто нічого ніде нет никогда ни никто ничего нигде никакой nie nigdy bez brak zaden zadna zadne nikt nic").Split(' ').ToFrozenSet();

    // English joins “not” to its auxiliaries, and people leave out the apostrophe.
    private static readonly FrozenDictionary<string, string> Contracted = (
        "isnt:is arent:are wasnt:was werent:were dont:do doesnt:does didnt:did cant:can cannot:can couldnt:could wont:will wouldnt:would shouldnt:should hasnt:has havent:have "
        + "hadnt:had mustnt:must neednt:need").Split(' ').Select(w => w.Split(':')).ToFrozenDictionary(w => w[0], w => w[1] + " not");

    /// <summary>Whether a second negation cancels the first, as in English and German; other languages double them.</summary>
    public static bool CancelsOut(string language) => language is "en" or "de";

    /// <summary>Whether the word, in lowercase and without marks on Latin letters, is a negation in the language.</summary>
    public static bool Contains(string word, string language) =>
        word.EndsWith(" not", StringComparison.Ordinal) || (All.Contains(word) && !(word is "no" && language == "pt") && !(word is "personne" or "nada" or "nic" && language == "en"));

    /// <summary>Returns the two words of a contraction, such as “is not”; null for other words.</summary>
    public static string? FindWhole(string word) => Contracted.GetValueOrDefault(word);
}
