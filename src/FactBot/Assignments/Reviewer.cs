using FactBot.Chat;

namespace FactBot.Assignments;

/// <summary>
/// A reviewer as the desk knows them: met when they used a command or were named in one, since the chat does not list its
/// members to the bot.
/// </summary>
public sealed class Reviewer(TeamId teamId, PersonId person)
{
    public TeamId TeamId { get; private set; } = teamId;

    public PersonId Person { get; private set; } = person;

    /// <summary>Whether they had the reviewers' role when they were last met, and so can be given claims without being named.</summary>
    public bool HasRole { get; private set; } = true;

    /// <summary>What they want to review, in lower case; empty for anything.</summary>
    public IReadOnlyList<string> Topics { get; private set; } = [];

    /// <summary>Until when they are given nothing; null while they are here.</summary>
    public DateTimeOffset? AwayUntil { get; private set; }

    /// <summary>When they were last given a claim; null if never.</summary>
    public DateTimeOffset? ServedAt { get; private set; }

    /// <summary>Whether they get their duties by direct message every morning.</summary>
    public bool WantsDigest { get; private set; }

    public void Meet(bool hasRole) => HasRole = hasRole;

    public void ChooseTopics(IReadOnlyList<string> topics) => Topics = topics;

    public void GoAway(DateTimeOffset until) => AwayUntil = until;

    public void ComeBack() => AwayUntil = null;

    public void Serve(DateTimeOffset at) => ServedAt = at;

    public void AskForDigest(bool wants) => WantsDigest = wants;

    public bool IsAway(DateTimeOffset now) => AwayUntil > now;
}
