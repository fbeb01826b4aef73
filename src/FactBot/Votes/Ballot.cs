using FactBot.Chat;

namespace FactBot.Votes;

/// <summary>How sure a reviewer is.</summary>
public enum Confidence
{
    Low,
    Medium,
    High,
}

/// <summary>A reviewer's vote in a round. It is sealed, editors included, until the round closes.</summary>
public sealed class Ballot
{
    public const int MaxReason = 1000;

    /// <summary>In place of a reason that was erased.</summary>
    public const string NoReason = "(erased)";

    public Ballot(int round, PersonId reviewer, string rating, Confidence confidence, string reason, DateTimeOffset castAt)
    {
        (Round, Reviewer, Rating) = (round, reviewer, rating);
        (Confidence, Reason, CastAt) = (confidence, reason, castAt);
    }

    private Ballot()
    {
    }

    public long Id { get; private set; }

    public int Round { get; private set; }

    public PersonId Reviewer { get; private set; }

    /// <summary>The key of a rating of the team's scale.</summary>
    public string Rating { get; private set; } = "";

    public Confidence Confidence { get; private set; }

    public string Reason { get; private set; } = "";

    public DateTimeOffset CastAt { get; private set; }

    /// <summary>Whether it is kept but does not count: the reviewer voted again in the same round, or keeps out of the claim now.</summary>
    public bool IsSetAside { get; private set; }

    public void EraseReason() => Reason = NoReason;

    public void SetAside() => IsSetAside = true;
}
