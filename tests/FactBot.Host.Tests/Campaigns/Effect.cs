namespace FactBot.Host.Tests.Campaigns;

/// <summary>Something that a person wanted done, and how it can be seen in the database that it was.</summary>
/// <param name="Sql">Counts how often it was done; <c>$value</c> stands for the mark.</param>
/// <param name="Mark">What tells it from everything else, such as the text that was written.</param>
/// <param name="SaysDone">What the answer says where it was done.</param>
internal sealed record Effect(string Sql, string Mark, string SaysDone)
{
    public static Effect Claim(string text) => new("SELECT count(*) FROM Claims WHERE Text = $value", text, "is submitted");

    public static Effect Source(string url) => new("SELECT count(*) FROM Sources WHERE Url = $value", url, "Source ");

    /// <summary>Replaced ballots count too: who was told once that they voted must not have voted twice.</summary>
    public static Effect Ballot(string reason) => new("SELECT count(*) FROM Ballots WHERE Reason = $value", reason, "Your vote on");

    public static Effect Rejection(string reason) => new("SELECT count(*) FROM Claims WHERE RejectedFor = $value", reason, "is rejected");

    public static Effect Verdict(string summary) => new("SELECT count(*) FROM Verdicts WHERE Summary = $value", summary, "The verdict on");

    public static Effect Acceptance(string claim) =>
        new("SELECT count(*) FROM Audit WHERE Action = 'accepted' AND Subject = $value", $"claim #{claim}", "is open for review");

    public static Effect Assignment(string claim) =>
        new("SELECT count(*) FROM Audit WHERE Action = 'assigned a reviewer to' AND Subject = $value", $"claim #{claim}", "is with");

    public static Effect Digest() => new("SELECT count(*) FROM Digests WHERE Key LIKE $value", "asked %", "The digest goes out");
}
