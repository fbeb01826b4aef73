namespace FactBot.Domain.Votes;

/// <summary>How sure a reviewer is.</summary>
public enum Confidence
{
    Low,
    Medium,
    High,
}

/// <summary>A reviewer's vote in a round. It is sealed until the round closes, even from editors.</summary>
public sealed class Ballot
{
    public const int MaxReason = 1000;

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

    /// <summary>The key of a rating in the team's scale.</summary>
    public string Rating { get; private set; } = "";

    public Confidence Confidence { get; private set; }

    public string Reason { get; private set; } = "";

    public DateTimeOffset CastAt { get; private set; }

    /// <summary>Whether it is kept but doesn't count: the reviewer voted again in the round, or recused themselves.</summary>
    public bool IsSetAside { get; private set; }

    /// <param name="replacement">What people read in place of the reason.</param>
    public void EraseReason(string replacement) => Reason = replacement;

    public void SetAside() => IsSetAside = true;
}
