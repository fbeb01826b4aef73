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

/// <summary>A digest of the team's was made.</summary>
/// <param name="Due">The instant of its slot.</param>
/// <param name="From">What came before is not in it.</param>
public sealed record DigestMade(DigestKind Kind, string Key, DateTimeOffset Due, DateTimeOffset From) : Deed
{
    internal const string Name = "made the digest";
    internal const string NameOfAskedFor = "asked for a digest";

    /// <summary>The subject of a reviewer's own: the trail does not tell whose it was, as what stands in its chain cannot be erased.</summary>
    internal const string OfOneReviewer = "digest of a reviewer's own";

    public override string Action => Kind == DigestKind.AskedFor ? NameOfAskedFor : Name;
}

public sealed record DigestsResumed : TeamDeed
{
    public override string Action => "resumed the digest";

    public override void ApplyTo(Team team, Act act) => team.Digests.Resume(act.At);
}
