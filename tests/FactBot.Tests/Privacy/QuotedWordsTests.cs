using FactBot.Chat;
using FactBot.Domain.Verdicts;

namespace FactBot.Tests.Privacy;

/// <summary>Words that go, where others quoted them.</summary>
public class QuotedWordsTests
{
    private const string Secret = "The Quokka brewery sold 815 barrels of “stout” in May";

    [Fact]
    public async Task A_reason_that_quotes_an_erased_claim_loses_the_quote_and_keeps_the_rest()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay, Secret);
        await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "reject"), ("reason", $"“{Secret}” is an opinion."));
        await desk.SettleAsync();
        Assert.Contains(TextsIn(desk), t => t.Contains("Quokka", StringComparison.Ordinal));
        await desk.ForgetsAsync(desk.Fay);
        await desk.SettleAsync();
        Assert.DoesNotContain(TextsIn(desk), t => t.Contains("Quokka", StringComparison.Ordinal));
        Assert.Equal("“(erased)” is an opinion.", (await desk.ClaimAsync(1)).RejectedFor);
        await desk.AssertReplayAsync();
    }

    [Fact]
    public async Task A_verdict_that_quotes_an_erased_claim_loses_the_quote_with_its_dissent_and_digest()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.SubmitsAsync(desk.Gus, Secret);
        foreach (var (voter, rating) in new[] { (desk.Ben, "true"), (desk.Chi, "true"), (desk.Dee, "false") })
        {
            (await desk.RunAsync(voter, "vote", ("claim", "1"), ("rating", rating), ("reason", $"Unlike “{Secret}”."))).Answer();
        }

        var form = (await desk.RunAsync(desk.Ada, "verdict publish", ("claim", "1"))).Form!;
        (await desk.FillAsync(desk.Ada, form, ("summary", $"Unlike: {Secret}"), ("explanation", $"Gus said: {Secret}. We counted."))).Answer();
        desk.Clock.Advance(TimeSpan.FromDays(1));
        await desk.SettleAsync();
        Assert.Contains(desk.Chat.In(TestDesk.DigestChannel), d => Surface.TextsOf(d.Card).Any(t => t.Contains("Quokka", StringComparison.Ordinal)));
        await desk.ForgetsAsync(desk.Gus);
        await desk.SettleAsync();
        await desk.PassNightAsync();
        Assert.DoesNotContain(TextsIn(desk), t => t.Contains("Quokka", StringComparison.Ordinal));
        var verdict = (await desk.ClaimAsync(1)).Verdict!;
        Assert.Equal(("Unlike: (erased)", "Gus said: (erased). We counted."), (verdict.Summary, verdict.Explanation));
        Assert.Equal("Unlike “(erased)”.", Assert.Single(verdict.Dissents).Reason);
        await desk.AssertReplayAsync();
    }

    [Fact]
    public async Task Who_states_the_same_themselves_keeps_their_claim()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay, Secret);
        await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "reject"), ("reason", "Not now."));
        await desk.RunAsync(desk.Gus, "claim submit", ("text", Secret), ("new", "yes"));
        await desk.RunAsync(desk.Ada, "claim reopen", ("claim", "1"), ("reason", $"Gus asks for it: {Secret}"));
        await desk.ForgetsAsync(desk.Fay);
        await desk.SettleAsync();
        Assert.DoesNotContain(Surface.TextsOf(desk.CardOf(1).Card), t => t.Contains("Quokka", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_phrase_that_others_wrote_before_stays_though_somebody_claims_it_and_leaves()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay);
        await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "reject"), ("reason", $"We found this: {Secret}."));
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.SubmitsAsync(desk.Gus, Secret);
        await desk.ForgetsAsync(desk.Gus);
        await desk.PassNightAsync();
        Assert.Equal($"We found this: {Secret}.", (await desk.ClaimAsync(1)).RejectedFor);
        await desk.AssertReplayAsync();
    }

    [Theory]
    [InlineData("It is not true that", "It is not true that the bridge was closed in May.", true)]
    [InlineData("the bridge was not closed", "The council says the bridge was not closed. It lies.", true)]
    [InlineData("no evidence that the vaccine", "We found no evidence that the vaccine harms.", true)]
    [InlineData("The minister never said that, and nobody", "Right: The minister never said that, and nobody heard it.", true)]
    [InlineData("никогда не говорил министр, что налог", "Такого никогда не говорил министр, что налог вырос.", true)]
    [InlineData("The bridge was closed in May.", "The bridge was closed in May. Nobody says otherwise.", false)]
    [InlineData("the bridge was closed all May", "Somebody wrote: “the bridge was closed all May”. It was not.", false)]
    [InlineData("The bridge was closed all May", "The bridge was closed all May: that is wrong.", false)]
    public async Task A_sentence_of_a_verdict_stays_whole_though_its_words_were_claimed(string claimed, string explanation, bool stays)
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.SubmitsAsync(desk.Gus, claimed);
        await desk.VoteAllAsync("true", "true", "true");
        var form = (await desk.RunAsync(desk.Ada, "verdict publish", ("claim", "1"))).Form!;
        (await desk.FillAsync(desk.Ada, form, ("summary", "We looked at it."), ("explanation", explanation))).Answer();
        await desk.ForgetsAsync(desk.Gus);
        await desk.PassNightAsync();
        Assert.Equal(stays ? explanation : explanation.Replace(claimed, "(erased)", StringComparison.Ordinal), (await desk.ClaimAsync(1)).Verdict!.Explanation);
        await desk.AssertReplayAsync();
    }

    [Fact]
    public async Task What_a_claim_that_stays_says_too_stays_in_verdicts()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Gus, Secret);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        (await desk.SubmitsAsync(desk.Fay, $"Nobody denies that {Secret}.")).Answer();
        await desk.RunAsync(desk.Ada, "triage", ("claim", "2"), ("action", "accept"));
        await desk.AddsSourceAsync(desk.Ben, "2");
        foreach (var voter in new[] { desk.Ben, desk.Chi, desk.Dee })
        {
            (await desk.VotesAsync(voter, "true", "2")).Answer();
        }

        var form = (await desk.RunAsync(desk.Ada, "verdict publish", ("claim", "2"))).Form!;
        (await desk.FillAsync(desk.Ada, form, ("summary", "We looked at it."), ("explanation", $"They said: “{Secret}”"))).Answer();
        await desk.ForgetsAsync(desk.Gus);
        await desk.PassNightAsync();
        Assert.Equal($"They said: “{Secret}”", (await desk.ClaimAsync(2)).Verdict!.Explanation);
        await desk.AssertReplayAsync();
    }

    [Theory]
    [InlineData("Misinformation spreads.", false)]
    [InlineData("Prices rose by 4%.", true)]
    [InlineData("東京の人口は去年減りました。", true)]
    [InlineData("กรุงเทพมหานครมีประชากรลดลง", true)]
    [InlineData("Hallitus valehteli eduskunnalle.", true)]
    [InlineData("Unglaubwürdig!", false)]
    public async Task What_anybody_says_stays_though_somebody_claimed_it_before(string text, bool goes)
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Gus, text);
        await desk.SubmitsAsync(desk.Fay, Secret);
        await desk.RunAsync(desk.Ada, "triage", ("claim", "2"), ("action", "reject"), ("reason", $"Since {text}"));
        await desk.ForgetsAsync(desk.Gus);
        Assert.Equal(goes ? "Since (erased)" : $"Since {text}", (await desk.ClaimAsync(2)).RejectedFor);
    }

    [Fact]
    public async Task A_number_that_was_their_id_reads_as_a_former_member()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay);
        await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "reject"), ("reason", $"By {desk.Gus.Id.Value} of all people"));
        await desk.ForgetsAsync(desk.Gus);
        Assert.Equal("By a former member of all people", (await desk.ClaimAsync(1)).RejectedFor);
    }

    [Fact]
    public async Task A_split_claim_goes_when_none_of_its_parts_is_worked_on()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay, "The secret dam opened in 1999 and closed in 2004.");
        await desk.SubmitsAsync(desk.Fay, "The known mill opened in 1801 and burnt in 1802.");
        foreach (var (claim, parts) in new[] { ("1", "The secret dam opened in 1999.\nThe secret dam closed in 2004."), ("2", "The known mill opened in 1801.\nThe known mill burnt in 1802.") })
        {
            var form = (await desk.RunAsync(desk.Ada, "triage", ("claim", claim), ("action", "split"))).Form!;
            (await desk.FillAsync(desk.Ada, form, ("parts", parts))).Answer();
        }

        await desk.RunAsync(desk.Ada, "triage", ("claim", "5"), ("action", "accept"));
        await desk.SettleAsync();
        await desk.ForgetsAsync(desk.Fay);
        await desk.SettleAsync();
        Assert.DoesNotContain(TextsIn(desk), t => t.Contains("secret dam", StringComparison.Ordinal));
        Assert.Equal("The known mill opened in 1801 and burnt in 1802.", (await desk.ClaimAsync(2)).Text);
        await desk.AssertReplayAsync();
    }

    private static IEnumerable<string> TextsIn(TestDesk desk) => desk.Chat.Messages.SelectMany(Surface.TextsOf);
}
