using FactBot.Chat;
using FactBot.Domain.Claims;

namespace FactBot.Claims;

/// <summary>What people read about a claim's stage.</summary>
internal static class StageWords
{
    /// <summary>Says where the claim is and what would come next, as a sentence that ends a refusal.</summary>
    public static Words NowIn(Claim claim) => claim.Stage switch
    {
        Stage.Submitted => $"it still waits for an editor's {new CommandName("triage")}.",
        Stage.Open => $"it was accepted, and its votes are not all in; {new CommandName("claim show")} tells what it waits for.",
        Stage.Disputed => $"its round has closed without agreement, and an editor decides what comes next.",
        Stage.Agreed => $"its round has closed with agreement, and an editor publishes it next.",
        Stage.Published => $"it was published; read it with {new CommandName("verdict show")}.",
        Stage.Rejected => $"it was rejected; an editor can bring it back with {new CommandName("claim reopen")}.",
        Stage.Duplicate => $"it repeats #{claim.DuplicateOf}; go on with that one.",
        Stage.Split => $"it was split; go on with {string.Join(", ", claim.Parts.Select(n => $"#{n}"))}.",
        Stage.Withdrawn => $"it was withdrawn; an editor can bring it back with {new CommandName("claim reopen")}.",
        Stage.Retracted => $"its verdict was retracted; an editor can send it back to the reviewers with {new CommandName("claim reopen")}.",
        _ => throw new ArgumentOutOfRangeException(nameof(claim), claim.Stage, "A stage without words."),
    };

    /// <summary>Says that the action, which leads to the claim's stage, was done already; null if it wasn't.</summary>
    public static Words? AlreadyIn(Claim claim, ClaimAction action) => (action, claim.Stage) switch
    {
        (ClaimAction.Triage, not (Stage.Submitted or Stage.Withdrawn)) => $"{claim.Name} has already been triaged: {NowIn(claim)}",
        (ClaimAction.Publish, Stage.Published) => $"{claim.Name} is already published; read it with {new CommandName("verdict show")}.",
        (ClaimAction.Retract, Stage.Retracted) => $"{claim.Name} has already been retracted.",
        (ClaimAction.Withdraw, Stage.Withdrawn) => $"{claim.Name} has already been withdrawn.",
        (ClaimAction.Vote or ClaimAction.Take, Stage.Agreed or Stage.Disputed or Stage.Published) => $"The votes on {claim.Name} are already in: {NowIn(claim)}",
        _ => null,
    };

    /// <summary>Returns what happens to a claim by an action, as in “#12 cannot be triaged”.</summary>
    public static string PassiveOf(ClaimAction action) => action switch
    {
        ClaimAction.Triage => "be triaged",
        ClaimAction.Withdraw => "be withdrawn",
        ClaimAction.Upvote => "be asked for",
        ClaimAction.Prioritise => "be given a priority",
        ClaimAction.SetTopics => "be given topics",
        ClaimAction.Reopen => "be sent back",
        ClaimAction.Assign => "be assigned",
        ClaimAction.Take => "be taken",
        ClaimAction.Decline => "be declined",
        ClaimAction.HandOver => "be handed over",
        ClaimAction.Release => "be released",
        ClaimAction.Recuse => "be recused from",
        ClaimAction.AddSource => "get sources",
        ClaimAction.EditSource => "have its sources edited",
        ClaimAction.StrikeSource => "have its sources struck",
        ClaimAction.ChangeSources => "have its sources changed",
        ClaimAction.Vote => "be voted on",
        ClaimAction.CloseRound => "have its round closed",
        ClaimAction.Publish => "be published",
        ClaimAction.Correct => "be corrected",
        ClaimAction.Retract => "have its verdict retracted",
        ClaimAction.Recheck => "be checked again",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "An action without words."),
    };

    public static string ReviewOrVoteOn(ClaimAction action) => action == ClaimAction.Vote ? "vote on" : "review";

    public static CardTone ToneOf(Stage stage) => stage switch
    {
        Stage.Submitted => CardTone.Waiting,
        Stage.Open => CardTone.Active,
        Stage.Disputed or Stage.Retracted => CardTone.Trouble,
        Stage.Agreed or Stage.Published => CardTone.Good,
        _ => CardTone.Neutral,
    };
}
