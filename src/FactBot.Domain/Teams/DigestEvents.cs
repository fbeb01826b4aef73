using FactBot.Domain.Digests;

namespace FactBot.Domain.Teams;

/// <summary>The digests were scheduled: when, where and whom they mention.</summary>
/// <param name="Weekly">The day of the weekly digest; null for none.</param>
/// <param name="Role">The role they mention; null for none.</param>
public sealed record DigestsScheduled(DigestTimes Times, ChannelId Channel, Weekdays? Weekly, RoleId? Role) : TeamEvent
{
    public override void ApplyTo(Team team, EventContext context) => team.Schedule(Times, Channel, Weekly, Role, context.At);
}

/// <summary>The digests were paused.</summary>
/// <param name="Until">Null to pause them until they are resumed.</param>
public sealed record DigestsPaused(DateTimeOffset? Until) : TeamEvent
{
    public override void ApplyTo(Team team, EventContext context) => team.Digests.Pause(Until);
}

public sealed record DigestsResumed : TeamEvent
{
    public override void ApplyTo(Team team, EventContext context) => team.Digests.Resume(context.At);
}
