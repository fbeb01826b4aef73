namespace FactBot.Domain.Assignments;

/// <summary>A reviewer's assignment to vote on a claim in one of its rounds.</summary>
public sealed class Assignment
{
    /// <summary>How long after its due time an open assignment becomes available to other reviewers.</summary>
    public static readonly TimeSpan OfferedAfter = TimeSpan.FromHours(24);

    public Assignment(int round, PersonId reviewer, PersonId assignedBy, DateTimeOffset assignedAt, DateTimeOffset due)
    {
        (Round, Reviewer, AssignedBy, AssignedAt, Due) = (round, reviewer, assignedBy, assignedAt, due.TruncateToMilliseconds());
        HalfTime = assignedAt + TimeSpan.FromMilliseconds(Math.Floor((Due - assignedAt).TotalMilliseconds / 2));
    }

    private Assignment()
    {
    }

    public long Id { get; private set; }

    public int Round { get; private set; }

    public PersonId Reviewer { get; private set; }

    /// <summary>The assigning editor, the colleague who handed it over, or the reviewer if they took it themselves.</summary>
    public PersonId AssignedBy { get; private set; }

    public DateTimeOffset AssignedAt { get; private set; }

    public DateTimeOffset Due { get; private set; }

    /// <summary>The midpoint between assignment and due time.</summary>
    public DateTimeOffset HalfTime { get; private set; }

    public AssignmentState State { get; private set; }

    /// <summary>Why it ended without a ballot, in the reviewer's or editor's words.</summary>
    public string? Reason { get; private set; }

    /// <summary>When it ended; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Whether another reviewer may take it.</summary>
    public bool IsOffered(DateTimeOffset now) => State == AssignmentState.Open && now >= Due + OfferedAfter;

    /// <summary>Marks the ballot as cast.</summary>
    public void Finish(DateTimeOffset at) => Close(AssignmentState.Done, null, at);

    /// <summary>Reopens the assignment: the ballot is needed again.</summary>
    public void OpenAgain() => (State, ClosedAt) = (AssignmentState.Open, null);

    public void Close(AssignmentState state, string? reason, DateTimeOffset at) => (State, Reason, ClosedAt) = (state, reason, at);
}

public enum AssignmentState
{
    /// <summary>The ballot is outstanding.</summary>
    Open,

    /// <summary>The ballot was cast.</summary>
    Done,

    /// <summary>The reviewer gave it back.</summary>
    Declined,

    /// <summary>The ballot is no longer needed, or an editor chose to go on without it.</summary>
    Released,

    /// <summary>The reviewer recused themselves from the claim.</summary>
    Recused,

    /// <summary>The assignment was handed over to another reviewer.</summary>
    HandedOver,
}
