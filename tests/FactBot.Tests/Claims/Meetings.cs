using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Claims;

namespace FactBot.Tests.Claims;

/// <summary>Where two people can get into each other's way.</summary>
internal static class Meetings
{
    public static IReadOnlyList<Meeting> All { get; } =
    [
        new("accept and reject", SubmittedAsync, Accepts, Rejects, OnlyOne(c => c.Stage == Stage.Open), OnlyOther(c => c.Stage == Stage.Rejected)),
        new("accept and split", SubmittedAsync, Accepts, Splits, OnlyOne(c => c.Stage == Stage.Open), OnlyOther(c => c.Stage == Stage.Split && c.Parts is [3, 4])),
        new(
            "each marked as a duplicate of the other", SubmittedAsync, desk => Marks(desk, "1", "2"), desk => Marks(desk, "2", "1"),
            OnlyOne(c => c.DuplicateOf == 2), OnlyOther(c => c.Stage == Stage.Submitted)),
        new(
            "withdraw and accept", SubmittedAsync, Withdraws, Accepts,
            OnlyOne(c => c.Stage == Stage.Withdrawn), new(true, true, c => c.Stage == Stage.Withdrawn)),
        new(
            "withdraw and the first vote", OpenAsync, Withdraws, desk => Votes(desk, desk.Ben),
            OnlyOne(c => c is { Stage: Stage.Withdrawn, Ballots: [] }), OnlyOther(c => c is { Stage: Stage.Open, Ballots: [_] })),
        new("two who want it", OpenAsync, desk => Wants(desk, desk.Gus), desk => Wants(desk, desk.Ben), Both(c => c.Upvotes.Count == 2)),
        new("one who wants it twice", OpenAsync, desk => Wants(desk, desk.Gus), desk => Wants(desk, desk.Gus), OnlyOne(c => c.Upvotes.Count == 1), OnlyOther(c => c.Upvotes.Count == 1)),
        new("two who take the last seat", TwoSeatedAsync, desk => Takes(desk, desk.Dee), desk => Takes(desk, desk.Eli), OnlyOne(IsSeated(4)), OnlyOther(IsSeated(5))),
        new(
            "take and assign of the last seat", TwoSeatedAsync, desk => Takes(desk, desk.Eli), desk => desk.AssignsAsync(desk.Dee),
            OnlyOther(c => c.Panel.Count() == 3), Both(c => c.Panel.Count() == 4)),
        new("two who assign the same reviewer", OpenAsync, desk => desk.AssignsAsync(desk.Dee), desk => Assigns(desk, desk.Hal, desk.Dee), OnlyOne(IsSeated(4)), OnlyOther(IsSeated(4))),
        new(
            "vote and hand over one's review", ThreeSeatedAsync, desk => Votes(desk, desk.Dee), desk => HandsOver(desk, desk.Dee, desk.Eli),
            OnlyOne(c => c.Ballots.Count == 1), OnlyOther(c => c.Ballots.Count == 0 && IsSeated(5)(c))),
        new(
            "vote and be released", ThreeSeatedAsync, desk => Votes(desk, desk.Dee), Releases,
            OnlyOne(c => c.Ballots.Count == 1 && c.Panel.Count() == 3), Both(c => c.Ballots.Count == 1 && c.Panel.Count() == 3)),
        new("one who votes twice", OpenAsync, desk => Votes(desk, desk.Ben), desk => Votes(desk, desk.Ben, "false"), Both(c => c.Ballots.Count == 2 && c.BallotsOfRound.Count() == 1)),
        new("the last two ballots", OneVotedAsync, desk => Votes(desk, desk.Chi), desk => Votes(desk, desk.Dee), Both(c => c.Stage == Stage.Agreed && c.BallotsOfRound.Count() == 3)),
        new("two for one seat by their vote", TwoVotedAsync, desk => Votes(desk, desk.Dee), desk => Votes(desk, desk.Eli), OnlyOne(IsAgreedBy(4)), OnlyOther(IsAgreedBy(5))),
        new(
            "the last ballot and a recusal", TwoVotedAsync, desk => Votes(desk, desk.Dee), desk => Recuses(desk, desk.Chi),
            OnlyOne(IsAgreedBy(4)), Both(c => c.Stage == Stage.Open && c.Ballots.Count == 3 && c.BallotsOfRound.Count() == 2)),
        new(
            "the last ballot and a new source", TwoVotedAsync, desk => Votes(desk, desk.Dee), desk => desk.AddsSourceAsync(desk.Eli, url: "https://example.net/late"),
            Both(c => c.Stage == Stage.Agreed && c.Sources.Count == 2)),
        new("two editors who publish", PublishableAsync, desk => Publishes(desk, desk.Ada), desk => Publishes(desk, desk.Hal), OnlyOne(IsBy(1)), OnlyOther(IsBy(8))),
        new(
            "publish and send back", PublishableAsync, desk => Publishes(desk, desk.Ada), Reopens,
            OnlyOther(c => c is { Stage: Stage.Open, Round: 2, Verdicts: [] }), Both(c => c is { Stage: Stage.Open, Round: 2, Verdicts: [_] })),
        new(
            "two who approve a correction", CorrectedAsync, desk => Approves(desk, desk.Ben), desk => Approves(desk, desk.Hal),
            OnlyOne(c => c.Verdicts.Count == 2 && c.Verdict!.ApprovedBy!.Value.Value == TestDesk.FirstPerson + 2), OnlyOther(c => c.Verdicts.Count == 2 && c.Verdict!.ApprovedBy!.Value.Value == TestDesk.FirstPerson + 8)),
        new("approve and drop a correction", CorrectedAsync, desk => Approves(desk, desk.Ben), Drops, OnlyOne(c => c.Verdicts.Count == 2), OnlyOther(c => c.Verdicts.Count == 1 && c.Proposal is null)),
        new(
            "approve a correction and retract", AskedToRetractAsync, desk => Approves(desk, desk.Ben), Retracts,
            OnlyOther(c => c.Stage == Stage.Retracted && c.Verdicts.Count == 1), OnlyOne(c => c.Stage == Stage.Published && c.Verdicts.Count == 2)),
    ];

    private static Outcome OnlyOne(Func<Claim, bool> holds) => new(true, false, holds);

    private static Outcome OnlyOther(Func<Claim, bool> holds) => new(false, true, holds);

    private static Outcome Both(Func<Claim, bool> holds) => new(true, true, holds);

    private static Func<Claim, bool> IsSeated(ulong reviewer) => claim => claim.Panel.Count() <= 3
        && claim.OpenAssignments.Count(a => a.Reviewer.Value == TestDesk.FirstPerson + reviewer) == 1;

    private static Func<Claim, bool> IsAgreedBy(ulong reviewer) => claim => claim is { Stage: Stage.Agreed, Ballots.Count: 3 }
        && claim.BallotsOfRound.Count(b => b.Reviewer.Value == TestDesk.FirstPerson + reviewer) == 1;

    private static Func<Claim, bool> IsBy(ulong editor) => claim =>
        claim is { Stage: Stage.Published, Verdicts: [var verdict] } && verdict.PublishedBy.Value == TestDesk.FirstPerson + editor;

    private static async Task SubmittedAsync(TestDesk desk)
    {
        await desk.SubmitsAsync(desk.Fay);
        await desk.SubmitsAsync(desk.Fay, "A second claim.");
    }

    private static Task OpenAsync(TestDesk desk) => desk.OpenClaimAsync();

    private static async Task TwoSeatedAsync(TestDesk desk)
    {
        await desk.OpenClaimAsync();
        await desk.AssignsAsync(desk.Ben);
        await desk.AssignsAsync(desk.Chi);
    }

    private static async Task ThreeSeatedAsync(TestDesk desk)
    {
        await TwoSeatedAsync(desk);
        await desk.AssignsAsync(desk.Dee);
    }

    private static async Task OneVotedAsync(TestDesk desk)
    {
        await desk.OpenClaimAsync();
        await desk.VotesAsync(desk.Ben, "true");
    }

    private static async Task TwoVotedAsync(TestDesk desk)
    {
        await OneVotedAsync(desk);
        await desk.VotesAsync(desk.Chi, "true");
    }

    private static async Task PublishableAsync(TestDesk desk)
    {
        await TwoVotedAsync(desk);
        await desk.VotesAsync(desk.Dee, "true");
    }

    private static async Task CorrectedAsync(TestDesk desk)
    {
        await PublishableAsync(desk);
        await desk.PublishesAsync();
        await desk.CorrectsAsync(desk.Ada);
    }

    private static Task<Reply> Accepts(TestDesk desk) => desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "accept"));

    private static Task<Reply> Rejects(TestDesk desk) =>
        desk.RunAsync(desk.Hal, "triage", ("claim", "1"), ("action", "reject"), ("reason", "An opinion"));

    private static Task<Reply> Splits(TestDesk desk) =>
        desk.RunAsync(desk.Hal, "triage", ("claim", "1"), ("action", "split"), ("parts", "One.\nAnother."));

    private static Task<Reply> Marks(TestDesk desk, string claim, string of) =>
        desk.RunAsync(desk.Ada, "triage", ("claim", claim), ("action", "duplicate"), ("of", of));

    private static Task<Reply> Withdraws(TestDesk desk) => desk.RunAsync(desk.Fay, "claim withdraw", ("claim", "1"));

    private static Task<Reply> Wants(TestDesk desk, Person person) => desk.RunAsync(person, "claim want", ("claim", "1"));

    private static Task<Reply> Takes(TestDesk desk, Person person) => desk.RunAsync(person, "take", ("claim", "1"));

    private static Task<Reply> Assigns(TestDesk desk, Person editor, Person reviewer) =>
        desk.RunAsync(editor, "assign", ("claim", "1"), ("reviewer", $"{reviewer.Id}"));

    private static Task<Reply> HandsOver(TestDesk desk, Person from, Person to) =>
        desk.RunAsync(from, "hand-over", ("claim", "1"), ("to", $"{to.Id}"));

    private static Task<Reply> Releases(TestDesk desk) =>
        desk.RunAsync(desk.Ada, "release", ("claim", "1"), ("reviewer", $"{desk.Dee.Id}"));

    private static Task<Reply> Votes(TestDesk desk, Person person, string rating = "true") => desk.VotesAsync(person, rating);

    private static Task<Reply> Recuses(TestDesk desk, Person person) => desk.RunAsync(person, "recuse", ("claim", "1"));

    private static Task<Reply> Publishes(TestDesk desk, Person editor) => desk.FillAsync(
        editor, new Form($"Verdict", "verdict publish", [("claim", "1")], []), ("summary", $"So says {editor.Name}."), ("explanation", "We looked."));

    private static Task<Reply> Reopens(TestDesk desk) => desk.RunAsync(desk.Hal, "claim reopen", ("claim", "1"), ("reason", "A new source"));

    private static Task<Reply> Approves(TestDesk desk, Person person) => desk.RunAsync(person, "verdict approve", ("claim", "1"));

    private static Task<Reply> Drops(TestDesk desk) => desk.RunAsync(desk.Hal, "drop correction", ("claim", "1"));

    /// <summary>Where two people are switched off, so that the press retracts at once.</summary>
    private static async Task AskedToRetractAsync(TestDesk desk)
    {
        await CorrectedAsync(desk);
        await desk.RunAsync(desk.Ada, "settings", ("rule", "two-people"), ("value", "off"));
        (await desk.RunAsync(desk.Hal, "verdict retract", ("claim", "1"), ("reason", "It was wrong"))).Answer();
    }

    private static async Task<Reply> Retracts(TestDesk desk) => await desk.RunAsync(
        desk.Hal, "verdict retract", ("claim", "1"), ("asked", $"{await desk.LookAsync(db => Task.FromResult(db.Audit.Max(e => e.Number)))}"));
}
