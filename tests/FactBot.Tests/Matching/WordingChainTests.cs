using FactBot.Chat;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Matching;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Tests.Matching;

/// <summary>Every wording that was ever submitted leads to its claim, whatever became of the claims on the way.</summary>
public class WordingChainTests
{
    /// <summary>Chains that are played with commands; the many others are put into the tables at once, a desk at a time.</summary>
    private const int Commanded = 15;

    private const int OnADesk = 50;

    private static readonly string[] Syllables = ["ba", "cor", "du", "fen", "gil", "ho", "ja", "kum", "lor", "mi", "nav", "pe", "qui", "ros", "sta", "tul", "vex", "wim", "yo", "zar"];

    [Fact]
    public async Task Every_wording_of_a_chain_of_duplicates_leads_to_the_claim_at_its_end()
    {
        await using var desk = await TestDesk.SetUpAsync();
        for (var seed = 0; seed < Commanded; seed++)
        {
            await PlayAsync(desk, new Random(seed), seed);
        }
    }

    [Fact]
    public async Task So_does_every_wording_of_thousands_of_chains()
    {
        var chains = int.Parse(Environment.GetEnvironmentVariable("FACTBOT_CHAINS") ?? "50", System.Globalization.CultureInfo.InvariantCulture);
        var desks = Enumerable.Range(0, (chains + OnADesk - 1) / OnADesk).Select(d => (First: Commanded + (d * OnADesk), Count: Math.Min(OnADesk, chains - (d * OnADesk))));
        await Parallel.ForEachAsync(desks, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, async (part, _) =>
        {
            await using var desk = await TestDesk.SetUpAsync();
            var wordings = await desk.LookAsync(db => StoreAsync(db, desk, part.First, part.Count));
            await desk.LookAsync(async db =>
            {
                foreach (var (text, claim, seed) in wordings)
                {
                    var found = await new ClaimMatcher(db).FindAsync(text.TrimEnd('.').ToLowerInvariant(), 1, CancellationToken.None);
                    Assert.True(found is [{ IsSame: true } only] && only.Claim.Number == claim, $"FACTBOT_CHAINS, seed {seed}: “{text}” does not lead to #{claim}");
                    db.ChangeTracker.Clear();
                }

                return 0;
            });
        });
    }

    [Fact]
    public async Task A_wording_answered_the_same_leads_on_when_its_claim_becomes_a_duplicate()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay, "The tram at Lund has nine stops.");
        await desk.SubmitsAsync(desk.Fay, "The Lund tram calls at nine places.");
        var offer = await desk.RunAsync(desk.Ben, "claim submit", ("text", "Nine places see the Lund tram call, they say"));
        var same = Assert.Single(offer.Buttons, b => $"{b.Label}".StartsWith("Same as", StringComparison.Ordinal));
        (await desk.PressesAsync(desk.Ben, same)).Answer();
        (await desk.RunAsync(desk.Ada, "triage", ("claim", "2"), ("action", "duplicate"), ("of", "1"))).Answer();
        Assert.Equal((true, 1), await FindAsync(desk, "nine places see the Lund tram call, they say!"));
        Assert.Equal((true, 1), await FindAsync(desk, "The Lund tram calls at 9 places"));
    }

    [Fact]
    public async Task A_wording_leads_to_a_claim_that_was_rejected_and_not_past_one_that_was_taken_back()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay, "The tram at Lund has nine stops.");
        await desk.SubmitsAsync(desk.Ben, "Kell Bay sank in a flood of milk.");
        (await desk.RunAsync(desk.Ada, "triage", ("claim", "2"), ("action", "duplicate"), ("of", "1"))).Answer();
        (await desk.RunAsync(desk.Fay, "claim withdraw", ("claim", "1"))).Answer();
        var found = await desk.RunAsync(desk.Gus, "claim find", ("text", "Kell Bay sank in a flood of milk"));
        Assert.Contains("*Withdrawn*", $"{found.Card!.Text}");
        Assert.Contains("is submitted", (await desk.RunAsync(desk.Gus, "claim submit", ("text", "Kell Bay sank in a flood of milk"))).Answer());

        await desk.SubmitsAsync(desk.Fay, "Potters of Quil fire their clay with peat.");
        (await desk.RunAsync(desk.Ada, "triage", ("claim", "4"), ("action", "reject"), ("reason", "Nobody doubts it"))).Answer();
        found = await desk.RunAsync(desk.Gus, "claim find", ("text", "potters of Quil fire their clay with peat"));
        Assert.Equal("This was here before", $"{found.Card!.Title}");
        Assert.Contains("Nobody doubts it", $"{found.Card.Text}");
    }

    [Fact]
    public async Task Who_is_forgotten_takes_their_wordings_along_and_out_of_the_index()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay, "The tram at Lund has nine stops.");
        var offer = await desk.RunAsync(desk.Ben, "claim submit", ("text", "nine stops has the zeppelin tram at Lund"));
        (await desk.PressesAsync(desk.Ben, offer.Buttons[0])).Answer();
        Assert.Equal(1, await desk.LookAsync(db => db.Wordings.CountAsync()));
        Assert.True(await IsIndexedAsync(desk, "zeppelin"));
        (await desk.RunAsync(desk.Ben, "me forget", ("sure", "yes"))).Answer();
        Assert.Equal(0, await desk.LookAsync(db => db.Wordings.CountAsync()));
        Assert.False(await IsIndexedAsync(desk, "zeppelin"));
    }

    [Fact]
    public async Task An_index_of_before_wordings_is_made_anew_at_the_start()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay, "The tram at Lund has nine stops.");
        await desk.LookAsync(db => db.Database.ExecuteSqlRawAsync(
            "DROP TABLE ClaimIndex; DELETE FROM ClaimWords; CREATE VIRTUAL TABLE ClaimIndex USING fts5(text, title, summary); INSERT INTO ClaimIndex (rowid, text) VALUES (1, 'nine')"));
        await desk.StartAgainAsync();
        Assert.Equal((true, 1), await FindAsync(desk, "The tram at Lund has 9 stops"));
    }

    /// <summary>Submits claims in words of their own, has each become a duplicate of one before, and asks for all of them.</summary>
    private static async Task PlayAsync(TestDesk desk, Random random, int seed)
    {
        var number = await desk.LookAsync(db => db.Claims.MaxAsync(c => (int?)c.Number)) ?? 0;
        var texts = Enumerable.Range(0, random.Next(2, 7)).Select(_ => Sentence(random)).ToList();
        var numbers = new List<int>();
        foreach (var text in texts)
        {
            await desk.SubmitsAsync(desk.Hal, text);
            numbers.Add(++number);
        }

        // In any order, each is marked as a duplicate of one that is none yet, until one is left.
        var left = numbers.ToList();
        while (left.Count > 1)
        {
            var duplicate = left[random.Next(left.Count)];
            left.Remove(duplicate);
            var of = left[random.Next(left.Count)];
            (await desk.RunAsync(desk.Ada, "triage", ("claim", $"{duplicate}"), ("action", "duplicate"), ("of", $"{of}"))).Answer();
        }

        foreach (var text in texts)
        {
            Assert.True((true, left[0]) == await FindAsync(desk, text.TrimEnd('.').ToLowerInvariant()), $"FACTBOT_CHAINS, seed {seed}: “{text}”");
        }
    }

    /// <summary>Chains, with each of their wordings and the claim at their end; a duplicate of a duplicate stays one.</summary>
    private static async Task<List<(string Text, int Claim, int Seed)>> StoreAsync(FactBotDbContext db, TestDesk desk, int first, int count)
    {
        var team = await db.Teams.SingleAsync(t => t.Id == desk.Team);
        var (wordings, context) = (new List<(string, int, int)>(), db.ContextFor(team));
        for (var seed = first; seed < first + count; seed++)
        {
            var random = new Random(seed);
            var left = Enumerable.Range(0, random.Next(2, 7))
                .Select(_ => db.Add(context, new ClaimSubmitted(team.TakeClaimNumber(), Sentence(random), desk.Hal.Id, null, null, null))).ToList();
            var texts = left.ConvertAll(c => c.Text);
            while (left.Count > 1)
            {
                var duplicate = left[random.Next(left.Count)];
                left.Remove(duplicate);
                db.Apply(context, duplicate, new ClaimMarkedDuplicate(left[random.Next(left.Count)].Number));
            }

            wordings.AddRange(texts.Select(t => (t, left[0].Number, seed)));
        }

        await db.SaveChangesAsync();
        return wordings;
    }

    private static string Sentence(Random random) =>
        $"The {Word(random)} of {Word(random)} {Word(random)}ed {random.Next(2, 99)} {Word(random)} in {random.Next(1900, 2020)}.";

    private static string Word(Random random) => string.Concat(Enumerable.Range(0, 3).Select(_ => Syllables[random.Next(Syllables.Length)]));

    private static async Task<(bool IsSame, int Claim)> FindAsync(TestDesk desk, string text)
    {
        var card = (await desk.RunAsync(desk.Hal, "claim find", ("text", text))).Card;
        var first = card?.Buttons[0].Options.Single(o => o.Name == "claim").Value.TrimStart('#');
        return ($"{card?.Title}" == "This was here before", first is null ? 0 : int.Parse(first, System.Globalization.CultureInfo.InvariantCulture));
    }

    private static Task<bool> IsIndexedAsync(TestDesk desk, string word) =>
        desk.LookAsync(async db => (await db.ClaimSearch.CountAsync([word], CancellationToken.None)).ContainsKey(word));
}
