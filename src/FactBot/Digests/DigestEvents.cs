using FactBot.Audit;
using FactBot.Chat;
using FactBot.Teams;

namespace FactBot.Digests;

/// <summary>The digests were scheduled: when, where and whom they mention.</summary>
/// <param name="Weekly">The day of the weekly digest; null for none.</param>
/// <param name="Role">The role they mention; null for none.</param>
public sealed record DigestsScheduled(DigestTimes Times, ChannelId Channel, Weekdays? Weekly, RoleId? Role) : TeamEvent
{
    public override string Action => "scheduled the digest";

    public override void ApplyTo(Team team, EventContext context) => team.Schedule(Times, Channel, Weekly, Role, context.At);
}

/// <summary>The digests were paused.</summary>
/// <param name="Until">Null to pause them until they are resumed.</param>
public sealed record DigestsPaused(DateTimeOffset? Until) : TeamEvent
{
    public override string Action => "paused the digest";

    public override void ApplyTo(Team team, EventContext context) => team.Digests.Pause(Until);
}

/// <summary>A digest was made.</summary>
/// <param name="Due">The instant of its slot.</param>
/// <param name="From">The start of the time it covers.</param>
public sealed record DigestMade(DigestKind Kind, string Key, DateTimeOffset Due, DateTimeOffset From) : DeskEvent
{
    internal const string Name = "made the digest";
    internal const string NameOfAskedFor = "asked for a digest";

    /// <summary>The subject of a personal digest. It omits the reader, because the hash chain can't be erased.</summary>
    internal const string OfOneReviewer = "digest of a reviewer's own";

    public override string Action => Kind == DigestKind.AskedFor ? NameOfAskedFor : Name;
}

public sealed record DigestsResumed : TeamEvent
{
    public override string Action => "resumed the digest";

    public override void ApplyTo(Team team, EventContext context) => team.Digests.Resume(context.At);
}
