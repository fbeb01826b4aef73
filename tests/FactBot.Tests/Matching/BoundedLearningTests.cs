using CsCheck;
using FactBot.Chat;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Matching;
using FactBot.Text.Matching;
using FactBot.Text.Terms;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Tests.Matching;

/// <summary>A few answers turn the scales where these are nearly even, and unlearn nothing that is right.</summary>
public class BoundedLearningTests
{
    private const int Answers = 12;

    /// <summary>What the given weights are surer of than of what is just offered; the scales are nearly even only below.</summary>
    private const double Clearly = MatchModel.PerhapsSame + 0.05;

    private static readonly string[] Syllables = ["ba", "cor", "du", "fen", "gil", "ho", "kum", "lor", "mi", "nav", "pe", "ros", "sta", "tul", "vex", "wim", "yo", "zar"];
    private static readonly string[] Actors = ["mayor", "council", "ferry company", "teachers", "water board", "brewery", "bishop", "harbour office", "hospital", "tram drivers", "farmers", "court"];
    private static readonly string[] Deeds = ["bought", "closed", "repaired", "sold", "promised", "counted", "rented", "painted", "flooded", "insured", "moved", "inspected"];
    private static readonly string[] Things = ["bridges", "greenhouses", "lanterns", "barges", "orchards", "chimneys", "wells", "libraries", "tunnels", "windmills", "statues", "warehouses", "kilns", "lifts"];
    private static readonly string[] Reasons = ["after the flood", "before the election", "against the advice of engineers", "with money from the lottery", "without a permit", "during the strike"];

    [Theory]
    [InlineData(20)]
    [InlineData(100)]
    [InlineData(1000)]
    public async Task A_few_answers_of_submit_anyway_do_not_unlearn_what_is_right(int size)
    {
        var random = new Random(size);
        var claims = Enumerable.Range(0, size).Select(_ => Statement.Of(random)).DistinctBy(s => s.Text).ToList();
        await using var desk = await TestDesk.SetUpAsync();
        await StoreAsync(desk, claims);
        var asked = claims.Take(Math.Min(40, size / 2)).Select(c => (c.Text, Again: c.InOtherWords(random))).ToList();
        var answered = 0;
        foreach (var claim in claims.Skip(asked.Count).Take(60).TakeWhile(_ => answered < Answers))
        {
            // About the same people and things, but another statement: the person is right to submit it.
            var reply = await desk.RunAsync(desk.Hal, "claim submit", ("text", claim.OnTheSameSubject(random)));
            if (reply.Buttons.FirstOrDefault(b => $"{b.Label}" == "Submit anyway") is { } anyway)
            {
                (await desk.PressesAsync(desk.Hal, anyway)).Answer();
                answered++;
            }
        }

        Assert.True(answered >= 3, $"Only {answered} answers could be given");
        foreach (var (text, _) in asked.Take(10))
        {
            Assert.Equal("This was here before", $"{(await desk.RunAsync(desk.Hal, "claim find", ("text", text.ToUpperInvariant()))).Card?.Title}");
        }

        var learned = await OfferedAsync(desk, asked, MatchModel.PerhapsSame);
        // The same desk, had nobody answered anything.
        await desk.LookAsync(db => db.DuplicateSuggestions.ExecuteDeleteAsync());
        var given = await OfferedAsync(desk, asked, Clearly);
        var lost = given.Except(learned).ToList();
        Assert.True(given.Count >= 0.6 * asked.Count, $"{given.Count} of {asked.Count} are offered at all");
        Assert.True(lost.Count == 0, $"After {answered} answers {lost.Count} of {given.Count} are lost: {string.Join(" / ", lost.Take(3))}");
    }

    [Fact]
    public void However_many_answers_there_are_they_move_the_odds_by_a_bounded_amount() =>
        (from examples in Gen.Select(Gen.Double[0, 1].Array[MatchFeatures.Count].Select(MatchFeatures.Of), Gen.Bool).Array[1, 60]
         from features in Gen.Double[0, 1].Array[MatchFeatures.Count]
         from total in Gen.Int[1, 20_000]
         from agreement in Gen.Enum<Text.Matching.Agreement>()
         select (examples, features, total, agreement)).Sample(t =>
        {
            var comparison = new Comparison(Known, 1, MatchFeatures.Of(t.features), t.agreement);
            var (given, learned) = (MatchModel.ProbabilityOf(comparison, MatchModel.ByHand, t.total), MatchModel.ProbabilityOf(comparison, MatchModel.Learn(t.examples), t.total));
            // The most that a shift of 1 in the log-odds makes of a probability is a factor of e, up or down.
            return learned >= given / Math.E - 1e-9 && learned <= given * Math.E + 1e-9
                && (t.agreement != Text.Matching.Agreement.Same || learned >= MatchModel.LeastWhereSame);
        });

    private static KnownClaim Known { get; } = new(1, MatchText.Of("x"), MatchText.Of(null), MatchText.Of(null), null);

    private static Task<int> StoreAsync(TestDesk desk, List<Statement> claims) => desk.LookAsync(async db =>
    {
        var team = await db.Teams.SingleAsync(t => t.Id == desk.Team);
        foreach (var claim in claims)
        {
            db.Add(db.ContextFor(team), new ClaimSubmitted(team.TakeClaimNumber(), claim.Text, desk.Hal.Id, null, null, null));
        }

        return await db.SaveChangesAsync();
    });

    private static async Task<List<string>> OfferedAsync(TestDesk desk, List<(string Text, string Again)> asked, double least)
    {
        var offered = new List<string>();
        foreach (var (text, again) in asked)
        {
            var found = await desk.LookAsync(db => new ClaimMatcher(db).FindAsync(again, 3, CancellationToken.None));
            if (found.Any(f => f.Claim.Text == text && f.Probability >= least))
            {
                offered.Add(again);
            }
        }

        return offered;
    }

    private sealed record Statement(string Actor, string Place, string Deed, int Number, string Thing, string Reason)
    {
        public string Text => $"The {Actor} of {Place} {Deed} {Number} {Thing} {Reason}.";

        public static Statement Of(Random random) => new(Pick(Actors, random), PlaceName(random), Pick(Deeds, random), random.Next(2, 900), Pick(Things, random), Pick(Reasons, random));

        /// <summary>What somebody else would write who heard of it.</summary>
        public string InOtherWords(Random random) => random.Next(4) switch
        {
            0 => $"{Number} {Thing} were {Deed} by the {Actor} of {Place} {Reason}, it is said",
            1 => $"Did the {Place} {Actor} really have {Number} {Thing} {Deed} {Reason}?",
            2 => $"In {Place} the {Actor} {Deed} {Number} {Thing}",
            _ => $"{Reason}, {Number} {Thing} of {Place}: {Deed} by its {Actor}!",
        };

        /// <summary>What is another statement, about the same people and things.</summary>
        public string OnTheSameSubject(Random random) => random.Next(3) switch
        {
            0 => $"The {Actor} of {Place} {Other(Deeds, Deed, random)} {Number} {Thing} {Other(Reasons, Reason, random)}.",
            1 => $"The {Actor} of {Place} {Other(Deeds, Deed, random)} {Number} {Thing} {Reason}.",
            _ => $"The {Actor} of {Place} {Deed} {Number} {Thing} {Other(Reasons, Reason, random)}.",
        };

        private static string PlaceName(Random random)
        {
            var name = string.Concat(Enumerable.Range(0, 3).Select(_ => Pick(Syllables, random)));
            return char.ToUpperInvariant(name[0]) + name[1..];
        }

        private static string Other(string[] words, string than, Random random) => Pick([.. words.Where(w => w != than)], random);

        private static string Pick(string[] words, Random random) => words[random.Next(words.Length)];
    }
}
