namespace FactBot.Domain.Claims;

/// <summary>The stages in which each action on a claim is possible; the claim refuses it in all others.</summary>
public static class Stages
{
    public static IReadOnlyList<Stage> ToTriage { get; } = [Stage.Submitted];

    /// <summary>The stages in which no editor has accepted it for review.</summary>
    public static IReadOnlyList<Stage> Unreviewed { get; } =
        [Stage.Submitted, Stage.Rejected, Stage.Duplicate, Stage.Split, Stage.Withdrawn];

    public static IReadOnlyList<Stage> ToWithdraw { get; } = [Stage.Submitted, Stage.Open];

    public static IReadOnlyList<Stage> ToWant { get; } = [Stage.Submitted, Stage.Open];

    public static IReadOnlyList<Stage> ToPrioritise { get; } = [Stage.Submitted, Stage.Open, Stage.Disputed, Stage.Agreed];

    public static IReadOnlyList<Stage> ToAssign { get; } = [Stage.Open, Stage.Disputed];

    public static IReadOnlyList<Stage> ToTake { get; } = [Stage.Open];

    /// <summary>To decline, hand over or release an assignment.</summary>
    public static IReadOnlyList<Stage> ToGiveBack { get; } = [Stage.Open];

    public static IReadOnlyList<Stage> ToRecuse { get; } = [Stage.Submitted, Stage.Open, Stage.Disputed];

    /// <summary>To add, edit and strike sources, and to set topics.</summary>
    public static IReadOnlyList<Stage> ToResearch { get; } =
        [Stage.Submitted, Stage.Open, Stage.Disputed, Stage.Agreed, Stage.Published];

    public static IReadOnlyList<Stage> ToVote { get; } = [Stage.Open];

    public static IReadOnlyList<Stage> ToPublish { get; } = [Stage.Agreed, Stage.Disputed];

    /// <summary>
    /// To correct, retract or recheck a verdict, and to approve or drop a proposal: while there is a current verdict or, on a
    /// disputed claim, a proposed decision.
    /// </summary>
    public static IReadOnlyList<Stage> ToCorrect { get; } = [Stage.Open, Stage.Disputed, Stage.Agreed, Stage.Published];

    public static IReadOnlyList<Stage> ToReopen { get; } =
    [
        Stage.Rejected, Stage.Duplicate, Stage.Withdrawn,
        Stage.Disputed, Stage.Agreed, Stage.Published, Stage.Retracted,
    ];
}
