namespace FactBot.Articles;

/// <summary>The characters that end, close and open sentences.</summary>
internal static class SentenceMarks
{
    /// <summary>Marks that end a sentence without a space after them: of Chinese, Japanese, Hindi, Urdu, Armenian and Ethiopic.</summary>
    private const string Wide = "。！？｡．।॥۔։።";

    private const string Narrow = ".!?…؟‼⁇⁈⁉";

    private const string Closers = "\"'”’»›“)]}*_」』）】》〉＂";

    private const string Openers = "\"'“”„‟‘‚«‹»›([¿¡*_–—-「『（【《〈";

    public static bool IsEnd(char c) => IsWide(c) || Narrow.Contains(c, StringComparison.Ordinal);

    public static bool IsWide(char c) => c > '\u0500' && Wide.Contains(c, StringComparison.Ordinal);

    public static bool IsCloser(char c) => Closers.Contains(c, StringComparison.Ordinal);

    public static bool IsOpener(char c) => Openers.Contains(c, StringComparison.Ordinal);

    /// <summary>Whether the letter has no upper and lower case, as in Arabic, Hindi or Chinese.</summary>
    public static bool IsCaseless(char c) =>
        char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.OtherLetter or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
