using FactBot.Chat;
using FactBot.Domain;
using FactBot.Posts;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Tests.Privacy;

public class PersonEraserTests
{
    [Fact]
    public async Task A_thread_gets_another_name_when_its_claim_is_erased()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay, "The secret harbour closes in May.");
        await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "reject"), ("reason", "It is an opinion."));
        await desk.SettleAsync();
        Assert.Contains("secret harbour", desk.CardOf(1).Thread);
        await desk.ForgetsAsync(desk.Fay);
        await desk.SettleAsync();
        Assert.Equal("#1 (erased at the wish of who submitted it)", desk.CardOf(1).Thread);
        Assert.DoesNotContain(TextsIn(desk), t => t.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Notices_to_somebody_go_when_they_are_forgotten()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.AgreeAsync();
        await desk.PublishesAsync();
        Assert.Contains(await desk.NoticesAsync(1), n => $"{n.Message.Text}".Contains($"{desk.Fay.Id}", StringComparison.Ordinal));
        await desk.ForgetsAsync(desk.Fay);
        Assert.DoesNotContain(await desk.NoticesAsync(1), n => $"{n.Message.Text}".Contains($"{desk.Fay.Id}", StringComparison.Ordinal));
        Assert.DoesNotContain(TextsIn(desk), t => t.Contains($"{desk.Fay.Id}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_past_digest_keeps_what_was_published_and_loses_who_and_what_waited()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.AgreeAsync();
        await desk.PublishesAsync();
        await desk.SubmitsAsync(desk.Gus, "The secret harbour closes in May.");
        await desk.SubmitsAsync(desk.Fay, "The mayor owns seven boats.");
        await desk.RunAsync(desk.Ada, "triage", ("claim", "3"), ("action", "accept"));
        await desk.AssignsAsync(desk.Eli, "3");
        desk.Clock.Advance(TimeSpan.FromDays(3));
        await desk.SettleAsync();
        var digest = desk.Chat.In(TestDesk.DigestChannel).Last();
        string[] gone = [$"{desk.Eli.Id}", "secret harbour"];
        Assert.All(gone, g => Assert.Contains(TextsIn(desk), t => t.Contains(g, StringComparison.Ordinal)));
        await desk.ForgetsAsync(desk.Eli);
        await desk.ForgetsAsync(desk.Gus);
        await desk.SettleAsync();
        Assert.All(gone, g => Assert.DoesNotContain(TextsIn(desk), t => t.Contains(g, StringComparison.Ordinal)));
        Assert.Contains("removed later", $"{digest.Card.Text}");
        Assert.Contains(desk.Chat.In(TestDesk.DigestChannel), d => d.Card.Fields.Any(f => $"{f.Value}".Contains("It has 28 points.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Direct_messages_to_somebody_are_deleted()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.RunAsync(desk.Eli, "me digest", ("send", "on"));
        await desk.AssignsAsync(desk.Eli);
        desk.Clock.Advance(TimeSpan.FromHours(20));
        await desk.SettleAsync();
        var direct = PaperChat.DirectWith(desk.Eli.Id);
        Assert.NotEmpty(desk.Chat.In(direct));
        await desk.ForgetsAsync(desk.Eli);
        await desk.SettleAsync();
        Assert.Empty(desk.Chat.In(direct));
        Assert.Equal(0, await desk.LookAsync(db => db.Posts.CountAsync(p => p.Kind == PostKind.PersonalDigest)));
    }

    [Theory]
    [InlineData("<@{0}> told me")]
    [InlineData("<@!{0}> told me")]
    [InlineData("ask {0} of us")]
    public async Task Mentions_by_id_in_the_words_of_others_become_the_pseudonym(string words)
    {
        await using var desk = await TestDesk.SetUpAsync();
        var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, words, desk.Gus.Id);
        await desk.RunAsync(desk.Fay, "article add", ("title", text), ("text", $"An article. {text}. Nobody knows it."));
        await desk.FillAsync(desk.Fay, (await desk.RunAsync(desk.Fay, "article add")).Form!, ("title", text), ("text", $"An article: {text}. Nobody knows more."));
        await desk.OpenClaimAsync();
        await desk.AssignsAsync(desk.Eli);
        await desk.RunAsync(desk.Eli, "decline", ("claim", "1"), ("reason", text));
        await desk.RunAsync(desk.Eli, "recuse", ("claim", "1"), ("reason", text));
        await desk.SubmitsAsync(desk.Fay, $"{text} that the bridge has 9 arches.");
        await desk.RunAsync(desk.Ada, "triage", ("claim", "2"), ("action", "reject"), ("reason", text));
        await desk.VoteAllAsync("true");
        await desk.SettleAsync();
        Assert.Contains(TextsIn(desk), t => t.Contains($"{desk.Gus.Id}", StringComparison.Ordinal));
        await desk.ForgetsAsync(desk.Gus);
        await desk.PassNightAsync();
        Assert.DoesNotContain(TextsIn(desk), t => t.Contains($"{desk.Gus.Id}", StringComparison.Ordinal));
        Assert.Empty(Traces.Of(desk.Gus.Id, desk));
        Assert.Contains("keeps nothing", (await desk.RunAsync(desk.Gus, "me data")).Answer());
        await Traces.AssertTrailAsync(desk);
    }

    [Fact]
    public async Task A_pasted_article_goes_unless_a_claim_that_is_checked_stands_in_it()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.FillAsync(desk.Fay, (await desk.RunAsync(desk.Fay, "article add")).Form!, ("title", "Mine"), ("text", "The tower has forty floors. Nobody counted them."));
        await desk.FillAsync(desk.Fay, (await desk.RunAsync(desk.Fay, "article add")).Form!, ("title", "Kept"), ("text", "The bridge has nine arches. Somebody counted them."));
        await desk.RunAsync(desk.Gus, "claim submit", ("text", "The bridge has nine arches."), ("article", "2"));
        await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "accept"));
        await desk.ForgetsAsync(desk.Fay);
        await desk.PassNightAsync();
        Assert.False(Traces.IsIn(desk, "forty floors"));
        Assert.True(Traces.IsIn(desk, "nine arches"));
        Assert.Empty(Traces.Of(desk.Fay.Id, desk));
        await Traces.AssertTrailAsync(desk);
    }

    [Fact]
    public async Task What_somebody_wrote_in_the_chat_goes_also_where_it_was_quoted_before()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.PointsAsync(desk.Dee, desk.Gus, "Only Gus saw the green light.", 77);
        await desk.RunAsync(desk.Dee, "Add as evidence", ("message", "77"), ("claim", "1"), ("stance", "supports"), ("quote", "saw the green light"));
        var form = (await desk.RunAsync(desk.Dee, "evidence edit", ("claim", "1"), ("source", "2"))).Form!;
        await desk.FillAsync(desk.Dee, form, ("stance", "refutes"), ("quote", "the green light"));
        await desk.ForgetsAsync(desk.Gus);
        await desk.PassNightAsync();
        Assert.False(Traces.IsIn(desk, "green light"));
        await Traces.AssertTrailAsync(desk);
    }

    [Fact]
    public async Task An_editors_example_in_the_words_of_a_submitter_goes_with_them()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.SubmitsAsync(desk.Gus, "Any plan for boats ends in the secret harbour.");
        await desk.RunAsync(desk.Ada, "triage", ("claim", "2"), ("action", "duplicate"), ("of", "1"));
        Assert.Equal(1, await desk.LookAsync(db => db.DuplicateSuggestions.CountAsync(o => o.Person == desk.Ada.Id)));
        await desk.ForgetsAsync(desk.Gus);
        await desk.PassNightAsync();
        Assert.False(Traces.IsIn(desk, "secret harbour"));
    }

    [Fact]
    public async Task Who_is_forgotten_can_look_at_their_data_and_stays_forgotten()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.VotesAsync(desk.Ben, "true");
        await desk.SettleAsync();
        await desk.ForgetsAsync(desk.Ben);
        Assert.Contains("still to be changed", (await desk.RunAsync(desk.Ben, "me data")).Answer());
        await desk.PassNightAsync();
        var told = (await desk.RunAsync(desk.Ben, "me data")).Answer();
        Assert.Equal("FactBot keeps nothing about you in this server.", told);
        await desk.SettleAsync();
        Assert.Equal(told, (await desk.RunAsync(desk.Ben, "me data")).Answer());
        Assert.Equal(told, (await desk.RunAsync(desk.Ben, "me forget", ("sure", "yes"))).Answer());
        Assert.Equal(0, await desk.LookAsync(db => db.OpenErasures.CountAsync()));
    }

    [Fact]
    public async Task Of_whom_nothing_is_kept_forgetting_writes_nothing()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.PassNightAsync();
        // A connection of its own sees whether any other changed something.
        await using var watch = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={desk.DatabasePath};Pooling=False");
        await watch.OpenAsync(TestContext.Current.CancellationToken);
        await using var version = watch.CreateCommand();
        version.CommandText = "PRAGMA data_version";
        var before = (long)(await version.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        Assert.Contains("keeps nothing", (await desk.RunAsync(desk.Gus, "me forget", ("sure", "yes"))).Answer());
        await desk.ErasesThePastAsync();
        await desk.CleansFilesAsync();
        Assert.Equal(before, (long)(await version.ExecuteScalarAsync(TestContext.Current.CancellationToken))!);
        await desk.ForgetsAsync(desk.Ben);
        Assert.NotEqual(before, (long)(await version.ExecuteScalarAsync(TestContext.Current.CancellationToken))!);
    }

    private static IEnumerable<string> TextsIn(TestDesk desk) => desk.Chat.Messages.SelectMany(Surface.TextsOf);
}
