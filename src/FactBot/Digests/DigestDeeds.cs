using FactBot.Audit;
using FactBot.Chat;
using FactBot.Teams;

namespace FactBot.Digests;

/// <summary>When, where and for whom digests go out.</summary>
/// <param name="Weekly">The day of the weekly one; null for none.</param>
/// <param name="Role">Who is mentioned; null for nobody.</param>
public sealed record DigestsScheduled(DigestTimes Times, ChannelId Channel, Weekdays? Weekly, RoleId? Role) : TeamDeed
{
    public override string Action => "scheduled the digest";

    public override void ApplyTo(Team team, Act act) => team.Schedule(Times, Channel, Weekly, Role, act.At);
}

/// <summary>No digests for a while.</summary>
/// <param name="Until">Null for until somebody resumes them.</param>
public sealed record DigestsPaused(DateTimeOffset? Until) : TeamDeed
{
    public override string Action => "paused the digest";

    public override void ApplyTo(Team team, Act act) => team.Digests.Pause(Until);
}

public sealed record DigestsResumed : TeamDeed
{
    public override string Action => "resumed the digest";

    public override void ApplyTo(Team team, Act act) => team.Digests.Resume(act.At);
}
