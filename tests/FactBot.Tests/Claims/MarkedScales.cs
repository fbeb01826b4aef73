using System.Globalization;
using FactBot.Domain.Claims;
using FactBot.Teams;

namespace FactBot.Tests.Claims;

/// <summary>
/// Scales whose ratings no other text holds by chance, so that one that leaks is found anywhere. Each round of each claim is
/// voted on with few of them, so that most are known to nobody until it closes.
/// </summary>
internal static class MarkedScales
{
    private const int Votable = 24;

    public static RatingScales All { get; } = new([Scale(RatingScale.DefaultName, "q"), Scale("other", "z")]);

    /// <summary>The name and key of the rating that only editors use: for decisions of their own and corrections.</summary>
    public static string OfEditors(string scale) => Mark(scale == "other" ? "z" : "q", Votable);

    /// <summary>One of the three ratings with which a round is voted on.</summary>
    public static string For(Claim claim, Random random) =>
        Mark(claim.Scale == "other" ? "z" : "q", ((claim.Number * 7) + (claim.Round * 5) + random.Next(3)) % Votable);

    private static RatingScale Scale(string name, string letter) => new(
        name, [.. Enumerable.Range(0, Votable + 1).Select(n => new Rating(Mark(letter, n), n < 20 ? n : null))]);

    private static string Mark(string letter, int number) => string.Create(CultureInfo.InvariantCulture, $"{letter}{number:00}{letter}");
}
