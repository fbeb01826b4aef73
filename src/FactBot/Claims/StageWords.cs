using FactBot.Chat;

namespace FactBot.Claims;

/// <summary>What people read of a claim's stage.</summary>
internal static class StageWords
{
    /// <summary>Where the claim stands, and what would come next, as a sentence that ends a refusal.</summary>
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

    public static CardTone ToneOf(Stage stage) => stage switch
    {
        Stage.Submitted => CardTone.Waiting,
        Stage.Open => CardTone.Active,
        Stage.Disputed or Stage.Retracted => CardTone.Trouble,
        Stage.Agreed or Stage.Published => CardTone.Good,
        _ => CardTone.Neutral,
    };
}
