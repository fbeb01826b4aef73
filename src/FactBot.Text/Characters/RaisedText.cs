using System.Text.RegularExpressions;

namespace FactBot.Text.Characters;

/// <summary>
/// Writes superscripts and subscripts as plain text. Exponents stay exponents (10⁶), ordinals become part of their word (1st),
/// and footnote marks are dropped, so that no number runs into the one before it.
/// </summary>
internal static partial class RaisedText
{
    private const string Plain = "0123456789+-=()abcdefghijklmnoprstuvwxyz";
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ";
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎";

    /// <summary>Writes a superscript according to the text before and after it on its line.</summary>
    /// <param name="before">The end of the text before it; empty at the start of a block.</param>
    public static string Superscript(string before, string own, string after)
    {
        own = own.Trim();
        if (own.Length == 0 || IsMark(own))
        {
            return "";
        }

        var last = before.Length > 0 ? before[^1] : ' ';
        if (Fraction().Match(own) is { Success: true } fraction)
        {
            return WrittenFraction(before, fraction.Groups[1].Value, fraction.Groups[2].Value);
        }

        return own switch
        {
            "TM" or "tm" => "™",
            "SM" => "℠",
            "R" or "(R)" => "®",
            _ when own.All(c => !char.IsLetterOrDigit(c) && !char.IsWhiteSpace(c) && c is not '+' and not '-' and not '−' and not '–') => own,
            _ when NoteWord().IsMatch(own) => "",
            _ when own.All(c => char.IsLetter(c) || c == '.') => Letters(before, last, own),
            _ when Power().IsMatch(own) => Number(before, last, own, after),
            _ when Notes().IsMatch(own) && !EndsWithTen().IsMatch(before) => "",
            _ when own.Length <= 8 && own.All(c => (Plain + "−–·").Contains(c, StringComparison.Ordinal)) => Raise(own),
            _ => $"{(char.IsWhiteSpace(last) ? "" : " ")}{own}",
        };
    }

    /// <summary>Writes a subscript: part of a formula or name (H2O, PM2.5), but never of the number before it (1010₂).</summary>
    public static string Subscript(string before, string own)
    {
        own = own.Trim();
        var last = before.Length > 0 ? before[^1] : ' ';
        return own.Length == 0 ? ""
            : char.IsDigit(last) && own.All(c => Plain.IndexOf(c, StringComparison.Ordinal) is >= 0 and < 15) ? Map(own, Lowered)
            : own.All(c => char.IsDigit(c) || c is '.' or '+' or '-') || (own.Length <= 2 && char.IsUpper(own[0])) ? own
            : own.Length <= 6 && !own.Contains(' ', StringComparison.Ordinal) && char.IsLetterOrDigit(last) ? "_" + own
            : $"{(char.IsWhiteSpace(last) ? "" : " ")}{own}";
    }

    /// <summary>Writes a fraction, as one character if there is one; otherwise apart from a letter or digit before it.</summary>
    public static string WrittenFraction(string before, string over, string under)
    {
        var one = (over, under) switch
        {
            ("1", "2") => "½",
            ("1", "3") => "⅓",
            ("2", "3") => "⅔",
            ("1", "4") => "¼",
            ("3", "4") => "¾",
            ("1", "5") => "⅕",
            ("2", "5") => "⅖",
            ("3", "5") => "⅗",
            ("4", "5") => "⅘",
            ("1", "6") => "⅙",
            ("5", "6") => "⅚",
            ("1", "8") => "⅛",
            ("3", "8") => "⅜",
            ("5", "8") => "⅝",
            ("7", "8") => "⅞",
            _ => null,
        };
        return one ?? $"{(before.Length > 0 && char.IsLetterOrDigit(before[^1]) ? " " : "")}{over}/{under}";
    }

    /// <summary>Writes letters and signs as an exponent.</summary>
    public static string Raise(string own) => own.Replace('−', '-').Replace('–', '-').Replace(" ", "", StringComparison.Ordinal) is var power
        && power.All(c => Plain.Contains(c, StringComparison.Ordinal)) ? Map(power, Raised) : $"^{(power.Length > 1 ? $"({power})" : power)}";

    /// <summary>Writes letters and signs as an index.</summary>
    public static string Lower(string own) => own.All(c => Plain.IndexOf(c, StringComparison.Ordinal) is >= 0 and < 15) ? Map(own, Lowered) : $"_{own}";

    /// <summary>Whether the text is a footnote mark rather than an exponent: [1], *, †, (a).</summary>
    public static bool IsMark(string own) => Mark().IsMatch(own);

    private static string Map(string own, string to) => string.Concat(own.Select(c => to[Plain.IndexOf(c, StringComparison.Ordinal)]));

    private static string Letters(string before, char last, string own)
    {
        if (own is "o" or "a" or "os" or "as" && (char.IsDigit(last) || last is 'n' or 'N'))
        {
            return own[0] == 'o' ? "º" + own[1..] : "ª" + own[1..];
        }

        if (own.Length == 1 && last == ')' && Formula().IsMatch(before))
        {
            return Raise(own);
        }

        if (own.Length == 1 && (own is "n" or "x" or "y" or "k" or "i" or "t") && (char.IsDigit(last) || Variable().IsMatch(before)))
        {
            return Raise(own);
        }

        // A letter after a whole word is a footnote mark. After a number or an initial, it ends a word: 1er, XIXe, Mme, Dr.
        var word = Word().Match(before).Value;
        return own.Length == 1 && word.Length > 2 && !Roman().IsMatch(word) ? "" : own;
    }

    private static string Number(string before, char last, string own, string after)
    {
        var isDigits = own.All(char.IsDigit);
        if (before.Length == 0 || char.IsWhiteSpace(last) || last is '(' or '[' or '–' or '—')
        {
            // An isotope's number precedes its element; a footnote's number precedes its text.
            return isDigits && Element().IsMatch(after) ? Raise(own) : isDigits && before.Length == 0 ? $"[{own}] " : isDigits ? "" : Raise(own);
        }

        var number = NumberAtEnd().Match(before).Value;
        if (Price().IsMatch(before) && isDigits && own.Length == 2)
        {
            return $".{own}";
        }

        var isPower = !isDigits || EndsWithTen().IsMatch(before) || Times().IsMatch(before) || Unit().IsMatch(before) && own is "2" or "3"
            || (number.Length is 1 or 2 && own.Length <= 3) || Variable().IsMatch(before) || Formula().IsMatch(before);
        return Molecule().IsMatch(before) && own is "2" or "3" ? own : isPower ? Raise(own) : "";
    }

    [GeneratedRegex(@"^(?:\[.{1,40}\]|\(\w{1,3}\)|[*†‡§¶#•◊]+|[ivx]{1,5}\)|\d{1,3}\)|↩︎?|⁎+)$")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^(?:note|notes|nb|ref|fn|anm\.?|прим\.?|注|脚注)\s*\.?\s*\w{0,3}$", RegexOptions.IgnoreCase)]
    private static partial Regex NoteWord();

    [GeneratedRegex(@"^\d{1,3}(?:\s*[,;–-]\s*\d{1,3})+$")]
    private static partial Regex Notes();

    [GeneratedRegex(@"^(\d{1,4})\s*[/⁄∕]\s*(\d{1,4})$")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"^(?:[+−–-]?\d{1,4}|\d{0,2}[+−–-])$")]
    private static partial Regex Power();

    [GeneratedRegex(@"\p{L}+$")]
    private static partial Regex Word();

    [GeneratedRegex("^[IVXLCDM]+$", RegexOptions.IgnoreCase)]
    private static partial Regex Roman();

    [GeneratedRegex(@"\d[\d.,\u00A0\u202F'’]*$")]
    private static partial Regex NumberAtEnd();

    [GeneratedRegex(@"(?<![\d.,])10$")]
    private static partial Regex EndsWithTen();

    [GeneratedRegex(@"[×·∙⋅]\s*\d+$")]
    private static partial Regex Times();

    [GeneratedRegex(@"[€$£¥₹₴₽]\s?\d{1,6}$")]
    private static partial Regex Price();

    [GeneratedRegex(@"(?<!\p{L})(?:[mckdµμ]?m|km|ft|feet|foot|in|inch(?:es)?|yd|yards?|mi|miles?|s|sec|met(?:re|er)s?|kilomet(?:re|er)s?|centimet(?:re|er)s?|Kilometern?|Metern?|mètres?|kilomètres?|metros?|kilómetros?|quilômetros?|м|км|см|мм|дм|метр\w*|кілометр\w*|километр\w*|米|公里)$", RegexOptions.IgnoreCase)]
    private static partial Regex Unit();

    // Letters that denote a quantity (x, r, mc, πr), and below, brackets without words.
    [GeneratedRegex(@"(?<![\p{L}\d'’])(?:[b-hj-zπσχR]|mc|π[rR]|[xyab]{2})$|=\s?\p{L}{1,3}$")]
    private static partial Regex Variable();

    [GeneratedRegex(@"\((?:[^()\p{L}]|(?<!\p{L})\p{L}(?!\p{L})){1,30}\)$")]
    private static partial Regex Formula();

    [GeneratedRegex(@"(?<!\p{L})(?:CO|NO|SO|H|O|N)$")]
    private static partial Regex Molecule();

    [GeneratedRegex(@"^[A-Z][a-z]?(?![a-z])")]
    private static partial Regex Element();
}
