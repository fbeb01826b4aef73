using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Claims;

namespace FactBot.Tests.Permissions;

/// <summary>Brings a claim into a stage in which a person could do a piece of work, as far as the stage allows it.</summary>
internal static class ClaimInStage
{
    /// <summary>Its number. Claim 1 must be there: duplicates repeat it.</summary>
    public static async Task<string> MakeAsync(TestDesk desk, Stage stage, Person actor, Deskwork work)
    {
        var submitter = work.Name == "claim withdraw" ? actor : desk.Gus;
        await desk.SubmitsAsync(submitter, $"A claim for {work.Name}.");
        var number = (await desk.LookAsync(db => Task.FromResult(db.Claims.Max(c => c.Number)))).ToString(System.Globalization.CultureInfo.InvariantCulture);
        await desk.AddsSourceAsync(desk.Dee, number, "https://example.org/one");
        await desk.AddsSourceAsync(desk.Dee, number, "https://example.com/two");
        switch (stage)
        {
            case Stage.Submitted:
                return number;
            case Stage.Rejected:
                await desk.RunAsync(desk.Ada, "triage", ("claim", number), ("action", "reject"), ("reason", "No"));
                return number;
            case Stage.Duplicate:
                await desk.RunAsync(desk.Ada, "triage", ("claim", number), ("action", "duplicate"), ("of", "1"));
                return number;
            case Stage.Split:
                await desk.FillAsync(
                    desk.Ada, (await desk.RunAsync(desk.Ada, "triage", ("claim", number), ("action", "split"))).Form!, ("parts", "One\nTwo"));
                return number;
            case Stage.Withdrawn:
                await desk.RunAsync(submitter, "claim withdraw", ("claim", number));
                return number;
        }

        await desk.RunAsync(desk.Ada, "triage", ("claim", number), ("action", "accept"));
        if (IsOnVerdict(work) && stage is Stage.Open or Stage.Disputed or Stage.Agreed)
        {
            await desk.VoteAllOnAsync(number);
            (await desk.PublishesAsync(number)).Answer();
            (await desk.RunAsync(desk.Ada, "claim reopen", ("claim", number), ("reason", "A new source"))).Answer();
            await ProposeAsync(desk, work, number);
        }

        if (stage == Stage.Open)
        {
            await SeatAsync(desk, work, number, actor);
            return number;
        }

        string[] ratings = stage == Stage.Disputed ? ["true", "false", "mixed"] : ["false", "false", "false"];
        foreach (var (reviewer, rating) in new[] { desk.Ben, desk.Chi, desk.Dee, desk.Eli }.Where(r => r != submitter).Zip(ratings))
        {
            (await desk.VotesAsync(reviewer, rating, number)).Answer();
        }

        if (stage is Stage.Published or Stage.Retracted)
        {
            (await desk.PublishesAsync(number)).Answer();
            await ProposeAsync(desk, work, number);
        }

        if (stage == Stage.Retracted)
        {
            await desk.RunAsync(desk.Ada, "drop correction", ("claim", number));
            (await desk.RetractsAsync(number)).Answer();
        }

        return number;
    }

    /// <summary>What the claim must have besides its stage; claims of the same need can stand in for each other.</summary>
    public static string NeedOf(Person actor, Deskwork work) => work.Name switch
    {
        "claim withdraw" => $"submitted by {actor.Name}",
        "decline" or "hand-over" => $"assigned to {actor.Name}",
        "release" => "assigned to Chi",
        "verdict approve" or "drop correction" => "with a correction",
        _ => IsOnVerdict(work) ? "with a verdict" : "",
    };

    /// <summary>What is done to a verdict that stands, also while its claim is reviewed again.</summary>
    private static bool IsOnVerdict(Deskwork work) =>
        work.Name is "verdict approve" or "drop correction" or "verdict correct" or "verdict retract" or "verdict recheck";

    private static async Task VoteAllOnAsync(this TestDesk desk, string claim)
    {
        foreach (var reviewer in new[] { desk.Ben, desk.Chi, desk.Dee })
        {
            (await desk.VotesAsync(reviewer, "false", claim)).Answer();
        }
    }

    private static async Task SeatAsync(TestDesk desk, Deskwork work, string number, Person actor)
    {
        var reviewer = work.Name switch
        {
            "decline" or "hand-over" when actor != desk.Gus => actor,
            "release" => desk.Chi,
            _ => null,
        };
        if (reviewer is not null)
        {
            (await desk.AssignsAsync(reviewer, number)).Answer();
        }
    }

    private static async Task ProposeAsync(TestDesk desk, Deskwork work, string number)
    {
        if (work.Name is "verdict approve" or "drop correction")
        {
            var form = (await desk.RunAsync(desk.Hal, "verdict correct", ("claim", number))).Form!;
            (await desk.FillAsync(
                desk.Hal, form, ("rating", "mixed"), ("summary", "So"), ("explanation", "Because"), ("reason", "It was wrong"))).Answer();
        }
    }
}
