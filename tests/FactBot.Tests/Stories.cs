using FactBot.Audit;
using FactBot.Chat;
using FactBot.Domain;
using FactBot.Tests.Audit;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Tests;

/// <summary>What people do at a desk, in words that tests read as a story.</summary>
internal static class Stories
{
    public const string Text = "The plan has 28 points.";

    /// <summary>Submits a claim, also where the desk offers an earlier one.</summary>
    public static async Task<Reply> SubmitsAsync(this TestDesk desk, Person person, string text = Text)
    {
        var reply = await desk.RunAsync(person, "claim submit", ("text", text));
        return reply.Buttons.FirstOrDefault(b => b.Label.ToString() == "Submit anyway") is { } anyway ? await desk.PressesAsync(person, anyway) : reply;
    }

    public static Task<Reply> PressesAsync(this TestDesk desk, Person person, Button button) =>
        desk.RunAsync(person, button.Command, button.Options);

    /// <summary>Fay submits a claim and Ada accepts it; it has one source unless told otherwise.</summary>
    public static async Task OpenClaimAsync(this TestDesk desk, bool hasSource = true)
    {
        await desk.SubmitsAsync(desk.Fay);
        var number = await desk.LookAsync(db => Task.FromResult(db.Claims.Max(c => c.Number)));
        await desk.RunAsync(desk.Ada, "triage", ("claim", $"{number}"), ("action", "accept"));
        if (hasSource)
        {
            await desk.AddsSourceAsync(desk.Ben, $"{number}");
        }
    }

    public static Task<Reply> AddsSourceAsync(this TestDesk desk, Person person, string claim = "1", string url = "https://example.org/report") =>
        desk.RunAsync(person, "evidence add", ("claim", claim), ("url", url), ("stance", "supports"));

    public static Task<Reply> VotesAsync(this TestDesk desk, Person person, string rating, string claim = "1") =>
        desk.RunAsync(person, "vote", ("claim", claim), ("rating", rating), ("reason", $"{person.Name} read the source"));

    /// <summary>Ben, Chi and Dee vote, each with their own rating, or all with the only one given.</summary>
    public static async Task VoteAllAsync(this TestDesk desk, params string[] ratings)
    {
        foreach (var (reviewer, index) in new[] { desk.Ben, desk.Chi, desk.Dee }.Select((r, i) => (r, i)))
        {
            (await desk.VotesAsync(reviewer, ratings[Math.Min(index, ratings.Length - 1)])).Answer();
        }
    }

    /// <summary>A claim of Fay's with a source, on which Ben, Chi and Dee agree.</summary>
    public static async Task AgreeAsync(this TestDesk desk, string rating = "true")
    {
        await desk.OpenClaimAsync();
        await desk.VoteAllAsync(rating);
    }

    /// <summary>The claim's card in the review channel, as it stands there.</summary>
    public static PaperMessage CardOf(this TestDesk desk, int claim) => Assert.Single(
        desk.Chat.In(TestDesk.Review), m => $"{m.Card.Title}".StartsWith($"#{claim} ·", StringComparison.Ordinal));

    /// <summary>What was told in the claim's thread, once all is told that is due now.</summary>
    public static async Task<IReadOnlyList<PaperMessage>> NoticesAsync(this TestDesk desk, int claim)
    {
        await desk.SettleAsync();
        return [.. desk.Chat.In(new ChannelId(desk.CardOf(claim).Id.Value))];
    }

    public static Task<Reply> AssignsAsync(this TestDesk desk, Person reviewer, string claim = "1") =>
        desk.RunAsync(desk.Ada, "assign", ("claim", claim), ("reviewer", reviewer.Id.ToString()));

    /// <summary>Ada asks for the form, writes the verdict and sends it.</summary>
    public static async Task<Reply> PublishesAsync(this TestDesk desk, string claim = "1", params (string, string)[] options)
    {
        var form = await desk.RunAsync(desk.Ada, "verdict publish", [("claim", claim), .. options]);
        return form.Form is null
            ? form
            : await desk.FillAsync(
                desk.Ada, form.Form, [("summary", "It has 28 points."), ("explanation", "We counted them."), .. options.Where(o => o.Item1 == "reason")]);
    }

    /// <summary>Ada retracts a verdict and confirms it; where a second person is needed, Hal approves.</summary>
    public static async Task<Reply> RetractsAsync(this TestDesk desk, string claim = "1", string reason = "It was wrong")
    {
        var asked = await desk.RunAsync(desk.Ada, "verdict retract", ("claim", claim), ("reason", reason));
        if (asked.IsRefusal)
        {
            return asked;
        }

        var reply = await desk.PressesAsync(desk.Ada, Assert.Single(asked.Buttons));
        return reply.Answer().Contains("second person", StringComparison.Ordinal)
            ? await desk.RunAsync(desk.Hal, "verdict approve", ("claim", claim))
            : reply;
    }

    /// <summary>An editor proposes another rating, with a reason.</summary>
    public static async Task<Reply> CorrectsAsync(this TestDesk desk, Person editor, string claim = "1", string rating = "mixed")
    {
        var form = (await desk.RunAsync(editor, "verdict correct", ("claim", claim))).Form!;
        return await desk.FillAsync(
            editor, form, ("rating", rating), ("summary", "It has 27 points."), ("explanation", "We counted again."), ("reason", "One was counted twice."));
    }

    /// <summary>Somebody has all about them erased.</summary>
    public static async Task ForgetsAsync(this TestDesk desk, Person person) =>
        (await desk.RunAsync(person, "me forget", ("sure", "yes"))).Answer();

    /// <summary>Somebody points to a message of another's, to make it evidence; the form is not filled.</summary>
    public static Task<Reply> PointsAsync(this TestDesk desk, Person person, Person author, string text, ulong message) => desk.Router.RunAsync(
        desk.RequestOf(person, "Add as evidence") with
        {
            Message = new(new(message), TestDesk.Review, author.Id, desk.Clock.GetUtcNow(), text, $"https://discord.com/channels/1/2/{message}"),
        },
        CancellationToken.None);

    /// <summary>What is not as it was written in the team's record, or cannot be told.</summary>
    public static async Task<IReadOnlyList<string>> FlawsAsync(this TestDesk desk, params AuditHead[] heads)
    {
        var found = await desk.LookAsync(db => new FactBot.Audit.Record(db).VerifyAsync(desk.Team, heads, CancellationToken.None));
        return [.. found.Flaws, .. found.Unknown];
    }

    /// <summary>
    /// Rebuilds the desk from its audit trail alone, and fails where that trail is broken or gives anything else than the
    /// tables hold.
    /// </summary>
    public static async Task AssertReplayAsync(this TestDesk desk)
    {
        Assert.Empty(await desk.FlawsAsync());
        var trail = await desk.LookAsync(db => db.Audit.OrderBy(e => e.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, trail.Count), trail.Select(e => e.Number));
        Assert.All(trail.Prepend(null).Zip(trail), pair => Assert.Equal(pair.First?.Hash ?? "", pair.Second.Previous));
        Assert.All(trail, e => Assert.Equal(e.ComputeHash(), e.Hash));
        var replay = await desk.LookAsync(db => Task.FromResult(Replay.Of(desk.Team, trail, db.Model)));
        Assert.Equal(Portrait.Of(await desk.LookAsync(db => db.Teams.SingleAsync(t => t.Id == desk.Team))), Portrait.Of(replay.Team));
        var claims = await desk.LookAsync(db => db.ClaimsWhole.OrderBy(c => c.Number).ToListAsync());
        Assert.Equal(claims.Select(c => c.Number), replay.Claims.Keys.Order());
        Assert.All(claims, claim => Assert.Equal(Portrait.Of(claim), Portrait.Of(replay.Claims[claim.Number])));
        var articles = await desk.LookAsync(db => db.Articles.OrderBy(a => a.Number).ToListAsync());
        Assert.Equal(articles.Select(a => (a.Number, a.Revision, a.ContentHash)), replay.Articles.OrderBy(a => a.Key).Select(a => (a.Key, a.Value.Texts.Count, a.Value.Texts[^1].Hash)));
    }

    /// <summary>The refusal's sentence; fails where the desk did not refuse.</summary>
    public static string Refusal(this Reply reply)
    {
        Assert.True(reply.IsRefusal, $"expected a refusal, got: {reply.Text}");
        return reply.Text!.ToString();
    }

    /// <summary>The answer's sentence; fails where the desk refused.</summary>
    public static string Answer(this Reply reply)
    {
        Assert.False(reply.IsRefusal, $"expected an answer, got the refusal: {reply.Text}");
        return reply.Text?.ToString() ?? "";
    }
}
