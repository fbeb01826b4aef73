namespace FactBot.Claims;

/// <summary>In which stages what can be done to a claim; the claim refuses it in all others.</summary>
public static class Stages
{
    public static IReadOnlyList<Stage> ToTriage { get; } = [Stage.Submitted];

    /// <summary>Where no editor has taken it up for review.</summary>
    public static IReadOnlyList<Stage> Unreviewed { get; } =
        [Stage.Submitted, Stage.Rejected, Stage.Duplicate, Stage.Split, Stage.Withdrawn];

    public static IReadOnlyList<Stage> ToWithdraw { get; } = [Stage.Submitted, Stage.Open];

    public static IReadOnlyList<Stage> ToWant { get; } = [Stage.Submitted, Stage.Open];

    public static IReadOnlyList<Stage> ToPrioritise { get; } = [Stage.Submitted, Stage.Open, Stage.Disputed, Stage.Agreed];

    public static IReadOnlyList<Stage> ToAssign { get; } = [Stage.Open, Stage.Disputed];

    public static IReadOnlyList<Stage> ToTake { get; } = [Stage.Open];

    /// <summary>To decline a duty, to hand it over and to release it.</summary>
    public static IReadOnlyList<Stage> ToGiveBack { get; } = [Stage.Open];

    public static IReadOnlyList<Stage> ToRecuse { get; } = [Stage.Submitted, Stage.Open, Stage.Disputed];

    /// <summary>To add, edit and strike sources, and to set topics.</summary>
    public static IReadOnlyList<Stage> ToResearch { get; } =
        [Stage.Submitted, Stage.Open, Stage.Disputed, Stage.Agreed, Stage.Published];

    public static IReadOnlyList<Stage> ToVote { get; } = [Stage.Open];

    public static IReadOnlyList<Stage> ToPublish { get; } = [Stage.Agreed, Stage.Disputed];

    /// <summary>
    /// To correct a verdict, retract it, find that it still holds, and to approve or drop what waits for a second person: as long
    /// as a verdict stands or, on a disputed claim, a decision waits.
    /// </summary>
    public static IReadOnlyList<Stage> ToCorrect { get; } = [Stage.Open, Stage.Disputed, Stage.Agreed, Stage.Published];

    public static IReadOnlyList<Stage> ToReopen { get; } =
    [
        Stage.Rejected, Stage.Duplicate, Stage.Withdrawn,
        Stage.Disputed, Stage.Agreed, Stage.Published, Stage.Retracted,
    ];
}
