using System.Globalization;

namespace FactBot.Text.Matching;

/// <summary>What speaks for and against a text and a claim saying the same, each a number of about 0 to 1; or a weight for each.</summary>
/// <param name="ClaimInText">The share of the claim's words, or of its article's title, that the text has too.</param>
/// <param name="TextInClaim">The share of the text's words that the claim has too.</param>
/// <param name="RareWord">How rare the rarest word in common is.</param>
/// <param name="Lead">How far the claim stands above the next; below 0 if it isn't the first.</param>
/// <param name="Crowd">How near other claims come.</param>
/// <param name="SameMonth">Whether the claim was taken up within a month of the day that the text bears.</param>
/// <param name="CommonNames">Names in common, which other claims have too.</param>
/// <param name="OtherNumbers">Each has a number that the other lacks, as far as the rest is the same.</param>
/// <param name="OtherNegation">One of them has a “not”, as far as the rest is the same.</param>
/// <param name="OtherOrder">The same words in another order.</param>
/// <param name="SameWords">The very same words in the same order.</param>
public sealed record MatchFeatures(
    double ClaimInText, double TextInClaim, double RareWord, double Lead, double Crowd, double SameMonth, double CommonNames,
    double OtherNumbers, double OtherNegation, double OtherOrder, double SameWords)
{
    /// <summary>How many there are.</summary>
    public const int Count = 11;

    /// <summary>All 0.</summary>
    public static MatchFeatures None { get; } = Of(new double[Count]);

    /// <summary>Whether numbers, a negation or the order of the same words differ.</summary>
    public bool Differ => Math.Max(OtherNumbers, Math.Max(OtherNegation, OtherOrder)) > 0.5;

    /// <summary>The features of these values, in the order in which they are declared.</summary>
    public static MatchFeatures Of(IReadOnlyList<double> values) => values.Count == Count
        ? new(values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7], values[8], values[9], values[10])
        : throw new ArgumentException($"There are {Count} features.", nameof(values));

    /// <summary>Reads what <see cref="ToText"/> wrote; null if that was with other features than there are today.</summary>
    public static MatchFeatures? Find(string text) =>
        text.Split(' ') is { Length: Count } values ? Of([.. values.Select(v => double.Parse(v, CultureInfo.InvariantCulture))]) : null;

    /// <summary>The values as text to be stored, separated by spaces.</summary>
    public string ToText() => string.Join(' ', ToArray().Select(v => v.ToString("R", CultureInfo.InvariantCulture)));

    /// <summary>The values in the order in which they are declared.</summary>
    public double[] ToArray() =>
        [ClaimInText, TextInClaim, RareWord, Lead, Crowd, SameMonth, CommonNames, OtherNumbers, OtherNegation, OtherOrder, SameWords];
}
