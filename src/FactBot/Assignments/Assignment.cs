using FactBot.Chat;

namespace FactBot.Assignments;

/// <summary>A reviewer's duty to vote on a claim.</summary>
public sealed class Assignment
{
    public Assignment(PersonId reviewer, PersonId assignedBy, DateTimeOffset assignedAt, DateTimeOffset due)
    {
        (Reviewer, AssignedBy, AssignedAt, Due) = (reviewer, assignedBy, assignedAt, due);
    }

    private Assignment()
    {
    }

    public long Id { get; private set; }

    public PersonId Reviewer { get; private set; }

    /// <summary>An editor, or the reviewer, who then took it.</summary>
    public PersonId AssignedBy { get; private set; }

    public DateTimeOffset AssignedAt { get; private set; }

    public DateTimeOffset Due { get; private set; }

    public AssignmentState State { get; private set; }

    /// <summary>The ballot is in.</summary>
    public void Finish() => State = AssignmentState.Done;

    /// <summary>The ballot is no longer needed.</summary>
    public void Release() => State = AssignmentState.Released;

    /// <summary>A new round asks for another ballot.</summary>
    public void Reopen(DateTimeOffset due) => (State, Due) = (AssignmentState.Open, due);
}

public enum AssignmentState
{
    Open,
    Done,
    Declined,
    Released,
}
