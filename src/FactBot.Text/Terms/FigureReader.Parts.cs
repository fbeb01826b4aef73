namespace FactBot.Text.Terms;

/// <summary>Reads halves, thirds and other parts, of a whole or after a number.</summary>
internal sealed partial class FigureReader
{
    private decimal? PartAt(int at) => At(at) switch
    {
        { Kind: TokenKind.Sign, Form: "½" } => 0.5m,
        { Kind: TokenKind.Sign, Form: "⅓" } => NumberWords.Third,
        { Kind: TokenKind.Sign, Form: "⅔" } => 2 * NumberWords.Third,
        { Kind: TokenKind.Sign, Form: "¼" } => 0.25m,
        { Kind: TokenKind.Sign, Form: "¾" } => 0.75m,
        { Kind: TokenKind.Word } word when NumberWords.Find(word.Form, language) is { Kind: NumberKind.Part } part => part.Value,
        { Form: "third" or "tercio" or "tiers" or "terco" or "drittel" } when IsOneOf(at) => NumberWords.Third,
        { Form: "quarter" or "quart" or "cuarto" or "quarto" or "viertel" } when IsOneOf(at) => 0.25m,
        { Form: "fifth" or "quinto" or "funftel" } when IsOneOf(at) => 0.2m,
        _ => null,
    };

    /// <summary>“A third of them” is a share, but “a third bridge” isn't.</summary>
    private bool IsOneOf(int at) => At(at - 1)?.Form is "a" or "one" or "un" or "um" or "ein" or "eine"
        && At(at + 1) is null or { Form: "of" or "de" or "des" or "der" or "do" or "dos" or "da" or "das" or "du" or "less" or "more" or "fewer" };

    /// <summary>The part that a number before it counts: two thirds, drei Viertel.</summary>
    private decimal? PartsAt(int at) => At(at)?.Form switch
    {
        "thirds" or "tiers" or "tercios" or "tercos" or "drittel" or "третини" or "трети" => NumberWords.Third,
        "quarters" or "quarts" or "cuartos" or "quartos" or "viertel" or "чверті" or "четверти" => 0.25m,
        "fifths" or "quintos" or "funftel" => 0.2m,
        _ => null,
    };

    /// <summary>Returns the number of tokens in “and a half”.</summary>
    private int HalfAfter(int at) => tokens[at].Form switch
    {
        "and" when At(at + 1)?.Form is "a" or "one" && Is(at + 2, "half") => 3,
        "and" when Is(at + 1, "half") => 2,
        "et" when Is(at + 1, "demi") || Is(at + 1, "demie") => 2,
        "y" when Is(at + 1, "medio") || Is(at + 1, "media") => 2,
        "e" when Is(at + 1, "meio") || Is(at + 1, "meia") => 2,
        "з" or "с" when At(at + 1)?.Form is "половиною" or "половиной" => 2,
        "i" when Is(at + 1, "pol") => 2,
        _ => 0,
    };
}
