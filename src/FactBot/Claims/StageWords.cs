using FactBot.Chat;

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
    /// <param name="what">As in “cannot be triaged”.</param>
    public static Words? AlreadyIn(Claim claim, string what) => (what, claim.Stage) switch
    {
        ("be triaged", not (Stage.Submitted or Stage.Withdrawn)) => $"{claim.Name} has already been triaged: {NowIn(claim)}",
        ("be published", Stage.Published) => $"{claim.Name} is already published; read it with {new CommandName("verdict show")}.",
        ("have its verdict retracted", Stage.Retracted) => $"{claim.Name} has already been retracted.",
        ("be withdrawn", Stage.Withdrawn) => $"{claim.Name} has already been withdrawn.",
        ("be voted on" or "be taken", Stage.Agreed or Stage.Disputed or Stage.Published) => $"The votes on {claim.Name} are already in: {NowIn(claim)}",
        _ => null,
    };

    public static CardTone ToneOf(Stage stage) => stage switch
    {
        Stage.Submitted => CardTone.Waiting,
        Stage.Open => CardTone.Active,
        Stage.Disputed or Stage.Retracted => CardTone.Trouble,
        Stage.Agreed or Stage.Published => CardTone.Good,
        _ => CardTone.Neutral,
    };
}
