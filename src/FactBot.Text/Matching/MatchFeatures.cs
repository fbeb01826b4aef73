using System.Globalization;

namespace FactBot.Text.Matching;

/// <summary>The evidence for and against a text and a claim saying the same, mostly from 0 to 1; or a weight for each.</summary>
/// <param name="ClaimInText">The share of the claim's words, or its article title's, that the text also has.</param>
/// <param name="TextInClaim">The share of the text's words that the claim also has.</param>
/// <param name="RareWord">How rare the rarest word in common is.</param>
/// <param name="Lead">How far the claim is ahead of the next one; below 0 if it isn't the first.</param>
/// <param name="Crowd">How close other claims come.</param>
/// <param name="SameMonth">1 if the claim's date is within a month after the text's date; 0.5 within two.</param>
/// <param name="CommonNames">Names that the two have in common, and that other claims may have too.</param>
/// <param name="OtherNumbers">How alike the two are, if each has a number that the other lacks; otherwise 0.</param>
/// <param name="OtherNegation">How alike the two are, if only one is negated; otherwise 0.</param>
/// <param name="OtherOrder">Whether they have the same words in a different order.</param>
/// <param name="SameWords">Whether they have the very same words in the same order.</param>
/// <param name="ClaimInOtherWords">The share of the claim's words that the text only has by meaning, names aside.</param>
/// <param name="TextInOtherWords">The share of the text's words that the claim only has by meaning, names aside.</param>
public sealed record MatchFeatures(
    double ClaimInText, double TextInClaim, double RareWord, double Lead, double Crowd, double SameMonth, double CommonNames,
    double OtherNumbers, double OtherNegation, double OtherOrder, double SameWords, double ClaimInOtherWords, double TextInOtherWords)
{
    /// <summary>The number of features.</summary>
    public const int Count = 13;

    /// <summary>The number of features before words were compared by meaning.</summary>
    private const int CountByWords = 11;

    /// <summary>Features that are all 0.</summary>
    public static MatchFeatures None { get; } = Of(new double[Count]);

    /// <summary>Whether numbers, a negation or the order of the same words differ.</summary>
    public bool Differ => Math.Max(OtherNumbers, Math.Max(OtherNegation, OtherOrder)) > 0.5;

    /// <summary>Makes features from values in the order of declaration.</summary>
    public static MatchFeatures Of(IReadOnlyList<double> values) => values.Count == Count
        ? new(values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7], values[8], values[9], values[10],
            values[11], values[12])
        : throw new ArgumentException($"There are {Count} features.", nameof(values));

    /// <summary>
    /// Reads the output of <see cref="ToText"/>, also from before words were compared by meaning; null if it was written with a
    /// different number of features.
    /// </summary>
    public static MatchFeatures? Find(string text)
    {
        var values = text.Split(' ');
        return values.Length is Count or CountByWords
            ? Of([.. values.Select(v => double.Parse(v, CultureInfo.InvariantCulture)), .. new double[Count - values.Length]])
            : null;
    }

    /// <summary>Returns the values as text for storage, separated by spaces.</summary>
    public string ToText() => string.Join(' ', ToArray().Select(v => v.ToString("R", CultureInfo.InvariantCulture)));

    /// <summary>Returns the values in the order of declaration.</summary>
    public double[] ToArray() =>
    [
        ClaimInText, TextInClaim, RareWord, Lead, Crowd, SameMonth, CommonNames, OtherNumbers, OtherNegation, OtherOrder, SameWords,
        ClaimInOtherWords, TextInOtherWords,
    ];
}
