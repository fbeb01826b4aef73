using System.Globalization;
using FactBot.Chat;
using FactBot.Text.Matching;
using FactBot.Text.Terms;

namespace FactBot.Tests.Matching;

/// <summary>Pairs that are made at random: what differs is never told as the same, and what is only written otherwise is.</summary>
public class GeneratedPairTests
{
    private static readonly string[] Nouns = ["bridge", "school", "tram", "mill", "harbour", "library", "canal", "museum", "clinic", "stadium", "orchard", "ferry"];
    private static readonly string[] Places = ["Varn", "Ostrel", "Kell Bay", "Lorvik", "Sandau", "Pell", "Arden", "Quil", "Tarn", "Brask", "Utting", "Rhun"];
    private static readonly string[] Names = ["Alder", "Birch", "Cedar", "Dorn", "Elm", "Fir", "Gorse", "Hazel", "Ivy", "Juniper"];
    private static readonly string[] Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly (string One, string Other)[] Turns =
    [
        ("rose", "fell"), ("more", "fewer"), ("first", "last"), ("men", "women"), ("before", "after"), ("opened", "closed"), ("bought", "sold"), ("is", "is not"), ("has", "has never"),
        ("million", "billion"), ("thousand", "million"), ("percent", "percentage points"), ("pounds", "euros"), ("north", "south"), ("with", "without"), ("accepted", "denied"), ("tax", "water"),
    ];

    [Fact]
    public async Task None_of_a_thousand_pairs_that_differ_is_told_as_the_same_on_desks_of_1_to_50_claims()
    {
        var pairs = int.Parse(Environment.GetEnvironmentVariable("FACTBOT_PAIRS") ?? "100", CultureInfo.InvariantCulture);
        var random = new Random(1);
        for (var played = 0; played < pairs;)
        {
            await using var desk = await TestDesk.SetUpAsync();
            var size = random.Next(1, 51);
            var stored = new List<(string Text, string Asked)>();
            for (var i = 0; i < Math.Min(size, 12); i++)
            {
                stored.Add(Differing(random));
            }

            foreach (var text in stored.Select(s => s.Text).Concat(Enumerable.Range(0, size - stored.Count).Select(_ => Statement(random))))
            {
                await desk.SubmitsAsync(desk.Hal, text);
            }

            foreach (var (text, asked) in stored)
            {
                played++;
                var found = await desk.RunAsync(desk.Hal, "claim find", ("text", asked));
                var isHere = stored.Exists(s => string.Equals(s.Text.TrimEnd('.'), asked.TrimEnd('.'), StringComparison.OrdinalIgnoreCase));
                Assert.False(!isHere && $"{found.Card?.Title}" == "This was here before", $"“{text}” and “{asked}” on a desk of {size}: {found.Card?.Text}");
            }
        }
    }

    [Fact]
    public void A_number_is_the_same_in_every_writing_of_it()
    {
        var random = new Random(2);
        for (var i = 0; i < 2000; i++)
        {
            var number = random.Next(3) switch { 0 => random.Next(1000, 999_999), 1 => random.Next(1, 999) * 1000, _ => random.Next(1, 999) * 1_000_000 };
            var english = number.ToString("N0", CultureInfo.InvariantCulture);
            var writings = new List<string> { english, english.Replace(',', ' '), english.Replace(',', '.'), english.Replace(',', '\u00A0'), english.Replace(',', '’'), $"{number}" };
            if (number % 1_000_000 == 0)
            {
                writings.AddRange([$"{number / 1_000_000} million", $"{number / 1_000_000}m", $"{number / 1_000_000} mln", $"{number / 1_000_000},0 Mio."]);
            }
            else if (number % 1000 == 0)
            {
                writings.AddRange([$"{number / 1000}k", $"{number / 1000} thousand", $"{number / 1000}.0 thousand"]);
            }

            foreach (var writing in writings)
            {
                Assert.Equal($"ship carried {number} goats", string.Join(' ', Wordings.FormsOf(MatchText.Of($"The ship carried {writing} goats"))));
            }
        }
    }

    [Fact]
    public void A_date_is_the_same_in_every_writing_of_it()
    {
        for (var day = new DateOnly(2019, 1, 1); day.Year < 2021; day = day.AddDays(1))
        {
            var month = Months[day.Month - 1];
            string[] writings =
            [
                $"{month} {day.Day}, {day.Year}", $"{day.Day} {month} {day.Year}", $"{day:yyyy-MM-dd}", $"{day.Day}.{day.Month}.{day.Year}", $"{day:dd.MM.yyyy}", $"{month[..3]}. {day.Day}, {day.Year}",
                $"{day.Day} {month[..3]} {day.Year}", $"{day.Day}th {month} {day.Year}",
            ];
            foreach (var writing in writings)
            {
                Assert.Equal($"it burnt on {month.ToLowerInvariant()} {day.Day} {day.Year}", string.Join(' ', Wordings.FormsOf(MatchText.Of($"It burnt on {writing}."))));
            }
        }
    }

    [Fact]
    public void Any_text_can_be_read()
    {
        const string Letters = "a one half and 2 12,000 3.3.2021 . , - / % $ € ½ of the May XX million k 万 百 分 之 十 二 є п’ять \u200B # @ 年 \n \uD83D ' : third dozen per cent minus 5 ² ٣ अ <";
        var random = new Random(3);
        var pieces = Letters.Split(' ');
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => pieces[random.Next(pieces.Length)] + (random.Next(3) == 0 ? "" : " ")));
            var read = MatchText.Of(text);
            Assert.All(read.All, t => Assert.InRange(t.End, t.Start, read.Text.Length));
            Difference.Between(read, MatchText.Of(text + " x"));
        }
    }

    private static string Statement(Random random) => Sentences(random)[random.Next(8)] + ".";

    /// <summary>A statement, and another that says something else in one place.</summary>
    private static (string Text, string Asked) Differing(Random random)
    {
        for (; ; )
        {
            var seed = random.Next();
            var text = Statement(new Random(seed));
            var other = random.Next(3) switch
            {
                0 => Turned(text, random),
                1 => Replaced(text, random.Next(2) == 0 ? Places : Names, random),
                _ => Renumbered(text, random),
            };
            if (other != text)
            {
                return (text, other);
            }
        }
    }

    private static string Turned(string text, Random random)
    {
        foreach (var (one, other) in Turns.OrderBy(_ => random.Next()))
        {
            if (text.Contains($" {one} ", StringComparison.Ordinal))
            {
                return text.Replace($" {one} ", $" {other} ", StringComparison.Ordinal);
            }
        }

        return text;
    }

    private static string Replaced(string text, string[] words, Random random) =>
        words.FirstOrDefault(w => text.Contains(w, StringComparison.Ordinal)) is { } word ? text.Replace(word, words[random.Next(words.Length)], StringComparison.Ordinal) : text;

    private static string Renumbered(string text, Random random)
    {
        var at = text.IndexOfAny(['1', '2', '3', '4', '5', '6', '7', '8']);
        return at < 0 ? text : text[..at] + (char)(text[at] + 1) + text[(at + 1)..];
    }

    private static string[] Sentences(Random random)
    {
        string noun = Pick(Nouns), place = Pick(Places), name = Pick(Names), month = Pick(Months);
        var (number, year) = (random.Next(2, 900), random.Next(1950, 2024));
        return
        [
            $"The {noun} of {place} cost {number} million pounds in {year}", $"Senator {name} voted against the tax bill in {month} {year}", $"Rents in {place} rose by {number % 90 + 2} percent before {year}",
            $"The first {noun} in {place} opened on {number % 28 + 1} {month} {year}", $"{name} is the mayor of {place} with {number} votes", $"More men than boats were seen in {place} after {month}",
            $"{name} has bought {number} thousand hectares north of {place}", $"The {noun} of {place} accepted {number} percent of the orders",
        ];

        string Pick(string[] words) => words[random.Next(words.Length)];
    }
}
