using FactBot.Chat;
using FactBot.Storage;

namespace FactBot.Assignments;

/// <summary>A reviewer's duty to vote on a claim in one of its rounds.</summary>
public sealed class Assignment
{
    /// <summary>A duty that is late for so long is offered to others.</summary>
    public static readonly TimeSpan OfferedAfter = TimeSpan.FromHours(24);

    public Assignment(int round, PersonId reviewer, PersonId assignedBy, DateTimeOffset assignedAt, DateTimeOffset due)
    {
        (Round, Reviewer, AssignedBy, AssignedAt, Due) = (round, reviewer, assignedBy, assignedAt, due.Kept());
        HalfTime = assignedAt + TimeSpan.FromMilliseconds(Math.Floor((Due - assignedAt).TotalMilliseconds / 2));
    }

    private Assignment()
    {
    }

    public long Id { get; private set; }

    public int Round { get; private set; }

    public PersonId Reviewer { get; private set; }

    /// <summary>An editor, a colleague who handed it over, or the reviewer, who then took it.</summary>
    public PersonId AssignedBy { get; private set; }

    public DateTimeOffset AssignedAt { get; private set; }

    public DateTimeOffset Due { get; private set; }

    /// <summary>When half of the time is over.</summary>
    public DateTimeOffset HalfTime { get; private set; }

    public AssignmentState State { get; private set; }

    /// <summary>Why it ended without a ballot, as the reviewer or editor said.</summary>
    public string? Reason { get; private set; }

    /// <summary>When it ended; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Whether somebody else may take it.</summary>
    public bool IsOffered(DateTimeOffset now) => State == AssignmentState.Open && now >= Due + OfferedAfter;

    /// <summary>The ballot is in.</summary>
    public void Finish(DateTimeOffset at) => Close(AssignmentState.Done, null, at);

    /// <summary>The ballot is owed again.</summary>
    public void OpenAgain() => (State, ClosedAt) = (AssignmentState.Open, null);

    public void Close(AssignmentState state, string? reason, DateTimeOffset at) => (State, Reason, ClosedAt) = (state, reason, at);
}

public enum AssignmentState
{
    /// <summary>The ballot is owed.</summary>
    Open,

    /// <summary>The ballot is in.</summary>
    Done,

    /// <summary>The reviewer gave it back.</summary>
    Declined,

    /// <summary>The ballot is no longer needed, or an editor goes on without it.</summary>
    Released,

    /// <summary>The reviewer keeps out of the claim.</summary>
    Recused,

    /// <summary>Another reviewer has it now.</summary>
    HandedOver,
}
