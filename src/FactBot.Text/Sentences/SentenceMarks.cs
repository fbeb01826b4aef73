namespace FactBot.Text.Sentences;

/// <summary>The characters that end, close and open sentences.</summary>
internal static class SentenceMarks
{
    /// <summary>Marks that end a sentence without a space: Chinese, Japanese, Hindi, Urdu, Armenian and Ethiopic ones.</summary>
    private const string Wide = "。！？｡．।॥۔։።";

    private const string Narrow = ".!?…؟‼⁇⁈⁉";

    private const string Closers = "\"'”’»›“)]}*_」』）】》〉＂";

    private const string Openers = "\"'“”„‟‘‚«‹»›([¿¡*_–—-「『（【《〈";

    public static bool IsEnd(char c) => IsWide(c) || Narrow.Contains(c, StringComparison.Ordinal);

    public static bool IsWide(char c) => c > '\u0500' && Wide.Contains(c, StringComparison.Ordinal);

    public static bool IsCloser(char c) => Closers.Contains(c, StringComparison.Ordinal);

    /// <summary>Whether a mark closes. “ closes a quotation opened by „, and « one opened by »; else both open one.</summary>
    public static bool IsCloserAt(string text, int at) =>
        (text[at] is '«' or '‹' or '‘' && Opened(text, at) == text[at] switch { '«' => '»', '‹' => '›', _ => '‚' } && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1])))
        || IsCloser(text[at]) && (text[at] != '“' || at == 0 || text.AsSpan(0, at).LastIndexOfAny('„', '“', '”') is >= 0 and var last && text[last] == '„'
            || at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]));

    /// <summary>Returns the last mark before this one that can open or close such a quotation.</summary>
    private static char Opened(string text, int at) =>
        text.AsSpan(0, at).LastIndexOfAny(text[at] switch { '«' => "»«", '‹' => "›‹", _ => "‚‘" }) is >= 0 and var last ? text[last] : ' ';

    public static bool IsOpener(char c) => Openers.Contains(c, StringComparison.Ordinal);

    /// <summary>Whether the letter has no upper and lower case, as in Arabic, Hindi and Chinese.</summary>
    public static bool IsCaseless(char c) =>
        char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.OtherLetter or System.Globalization.UnicodeCategory.SpacingCombiningMark
            or System.Globalization.UnicodeCategory.NonSpacingMark;

    /// <summary>Whether the letter is Chinese or Japanese, so that no space separates it from Latin letters.</summary>
    public static bool IsIdeograph(char c) => c is >= '\u3041' and <= '\u9FFF';
}
