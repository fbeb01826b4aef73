namespace FactBot.Domain.Assignments;

/// <summary>A reviewer's change to their own settings, as an event.</summary>
public abstract record ReviewerEvent : DeskEvent
{
    public abstract void ApplyTo(Reviewer reviewer);
}

public sealed record TopicsChosen(IReadOnlyList<string> Topics) : ReviewerEvent
{
    public override void ApplyTo(Reviewer reviewer) => reviewer.ChooseTopics(Topics);
}

/// <summary>A reviewer went away, or came back.</summary>
/// <param name="Until">Null for coming back.</param>
public sealed record WentAway(DateTimeOffset? Until) : ReviewerEvent
{
    public override void ApplyTo(Reviewer reviewer)
    {
        if (Until is { } until)
        {
            reviewer.GoAway(until);
        }
        else
        {
            reviewer.ComeBack();
        }
    }
}
