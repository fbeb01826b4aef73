namespace FactBot.Domain.Assignments;

/// <summary>
/// A reviewer the bot knows of. They become known by using a command or being mentioned in one, because the chat
/// doesn't list its members to the bot.
/// </summary>
public sealed class Reviewer(TeamId teamId, PersonId person)
{
    public TeamId TeamId { get; private set; } = teamId;

    public PersonId Person { get; private set; } = person;

    /// <summary>Whether they had the reviewer role when last seen, which makes them eligible for automatic assignment.</summary>
    public bool HasRole { get; private set; } = true;

    /// <summary>The topics they want to review, in lower case; empty for any topic.</summary>
    public IReadOnlyList<string> Topics { get; private set; } = [];

    /// <summary>They get no assignments until this time; null if they are not away.</summary>
    public DateTimeOffset? AwayUntil { get; private set; }

    /// <summary>When they were last assigned a claim; null if never.</summary>
    public DateTimeOffset? ServedAt { get; private set; }

    /// <summary>Whether they get their open assignments by direct message with each daily digest.</summary>
    public bool WantsDigest { get; private set; }

    public void Meet(bool hasRole) => HasRole = hasRole;

    public void ChooseTopics(IReadOnlyList<string> topics) => Topics = topics;

    public void GoAway(DateTimeOffset until) => AwayUntil = until;

    public void ComeBack() => AwayUntil = null;

    public void Serve(DateTimeOffset at) => ServedAt = at;

    public void AskForDigest(bool wants) => WantsDigest = wants;

    public bool IsAway(DateTimeOffset now) => AwayUntil > now;
}
