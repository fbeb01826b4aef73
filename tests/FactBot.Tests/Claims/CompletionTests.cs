using FactBot.Chat;
using FactBot.Domain;

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

    /// <summary>Every command that acts on a claim; whoever is recused from it would only be refused.</summary>
    [Fact]
    public async Task A_claim_is_not_offered_to_people_who_are_recused_from_it()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.OpenClaimAsync();
        await desk.RunAsync(desk.Ada, "recuse", ("claim", "2"));
        await desk.AssignsAsync(desk.Ben, "2");
        var offered = new List<string>();
        foreach (var command in Commands.All.Select(c => c.Spec).Where(s => s.Stages is not null && s.Options.Any(o => o.Name == "claim")))
        {
            var toAda = await OfferedAsync(desk, desk.Ada, command.Name);
            offered.AddRange(toAda.Count > 0 ? [command.Name] : []);
            Assert.True(!toAda.Contains("2"), command.Name);
        }

        Assert.Superset(new HashSet<string> { "evidence add", "evidence edit", "evidence strike", "claim topics", "vote", "assign" }, offered.ToHashSet());
        Assert.Equal(["2", "1"], await OfferedAsync(desk, desk.Ada, "claim show"));
        foreach (var command in (string[])["evidence edit", "evidence strike"])
        {
            Assert.Equal(["1"], await OfferedAsync(desk, desk.Ada, command, "source", ("claim", "1")));
            Assert.Equal([], await OfferedAsync(desk, desk.Ada, command, "source", ("claim", "2")));
        }

        await desk.RunAsync(desk.Ada, "evidence strike", ("claim", "1"), ("source", "1"), ("reason", "It says nothing of it."));
        Assert.Equal([], await OfferedAsync(desk, desk.Ada, "evidence edit", "source", ("claim", "1")));
        Assert.Equal(["1"], await OfferedAsync(desk, desk.Ada, "evidence show", "source", ("claim", "1")));
    }

    [Fact]
    public async Task Verdicts_are_not_offered_to_people_who_are_recused_from_their_claim()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.RunAsync(desk.Hal, "recuse", ("claim", "1"));
        await desk.VoteAllAsync("true");
        Assert.Equal(["1"], await OfferedAsync(desk, desk.Ada, "verdict publish"));
        Assert.Equal([], await OfferedAsync(desk, desk.Hal, "verdict publish"));
        (await desk.PublishesAsync()).Answer();
        (await desk.CorrectsAsync(desk.Ada)).Answer();
        foreach (var command in (string[])["verdict correct", "verdict retract", "verdict recheck", "verdict approve", "claim reopen"])
        {
            Assert.Equal([], await OfferedAsync(desk, desk.Hal, command));
        }

        Assert.Equal(["1"], await OfferedAsync(desk, desk.Ben, "verdict approve"));
        Assert.Equal(["1"], await OfferedAsync(desk, desk.Hal, "verdict show"));
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
