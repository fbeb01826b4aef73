using FactBot.Chat;
using FactBot.Claims;

namespace FactBot.Tests.Claims;

/// <summary>While somebody types a claim's number, they are offered those that the command can act on.</summary>
public class CompletionTests
{
    [Fact]
    public async Task Only_claims_that_the_command_can_act_on_are_offered()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.AgreeAsync();
        await desk.PublishesAsync();
        await desk.OpenClaimAsync();
        await desk.SubmitsAsync(desk.Gus, "The tram has 14 stops.");
        await desk.AssignsAsync(desk.Ben, "2");
        await desk.RunAsync(desk.Chi, "recuse", ("claim", "2"));

        Assert.Equal(["3"], await OfferedAsync(desk, desk.Ada, "triage"));
        Assert.Equal(["1"], await OfferedAsync(desk, desk.Ada, "verdict correct"));
        Assert.Equal(["1"], await OfferedAsync(desk, desk.Ada, "verdict retract"));
        Assert.Equal([], await OfferedAsync(desk, desk.Ada, "verdict publish"));
        Assert.Equal(["1"], await OfferedAsync(desk, desk.Fay, "verdict show"));
        Assert.Equal(["2"], await OfferedAsync(desk, desk.Ada, "assign"));
        Assert.Equal(["2"], await OfferedAsync(desk, desk.Dee, "vote"));
        Assert.Equal([], await OfferedAsync(desk, desk.Chi, "vote"));
        Assert.Equal(["2"], await OfferedAsync(desk, desk.Ben, "decline"));
        Assert.Equal([], await OfferedAsync(desk, desk.Dee, "decline"));
        Assert.Equal(["3"], await OfferedAsync(desk, desk.Gus, "claim withdraw"));
        Assert.Equal(["2"], await OfferedAsync(desk, desk.Fay, "claim withdraw"));
        Assert.Equal(["2", "1"], await OfferedAsync(desk, desk.Ben, "evidence strike"));
        Assert.Equal(["3", "2", "1"], await OfferedAsync(desk, desk.Gus, "claim show"));
        await desk.RunAsync(desk.Fay, "claim want", ("claim", "3"));
        Assert.Equal(["2"], await OfferedAsync(desk, desk.Fay, "claim want"));
        Assert.Equal(["3", "2"], await OfferedAsync(desk, desk.Gus, "claim want"));
    }

    [Fact]
    public async Task A_duplicate_is_offered_every_claim_that_it_can_repeat()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.AgreeAsync();
        await desk.SubmitsAsync(desk.Gus, "The tram has 14 stops.");
        await desk.SubmitsAsync(desk.Gus, "The council meets on Tuesdays.");
        await desk.RunAsync(desk.Ada, "triage", ("claim", "2"), ("action", "duplicate"), ("of", "1"));
        Assert.Equal(["1"], await OfferedAsync(desk, desk.Ada, "triage", "of", ("claim", "3")));
    }

    /// <summary>Whatever is offered, the command does not refuse it for its stage or for who asks.</summary>
    [Fact]
    public async Task A_member_is_offered_nothing_for_what_reviewers_do()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        Assert.Equal([], await OfferedAsync(desk, desk.Fay, "vote"));
        Assert.Equal([], await OfferedAsync(desk, desk.Fay, "evidence add"));
        Assert.Equal([], await OfferedAsync(desk, desk.Ben, "assign"));
    }

    private static async Task<IReadOnlyList<string>> OfferedAsync(
        TestDesk desk, Person person, string command, string option = "claim", params (string, string)[] options) =>
        [.. (await desk.Router.CompleteAsync(desk.RequestOf(person, command, options), option, "", CancellationToken.None)).Select(c => c.Value)];
}
