using FactBot.Domain.Audit;
using FactBot.Domain.Digests;

namespace FactBot.Domain.Teams;

/// <summary>
/// One guild's team: its channels, roles and rules. Every change in a team updates its row (the head of the audit chain),
/// so two changes based on the same read can't both be saved.
/// </summary>
public sealed class Team(TeamId id)
{
    /// <summary>The name of the rating scale of a team that chose none.</summary>
    public const string DefaultScale = "default";

    public TeamId Id { get; private set; } = id;

    public ChannelId ReviewChannel { get; private set; }

    public ChannelId VerdictChannel { get; private set; }

    public ChannelId DigestChannel { get; private set; }

    public RoleId ReviewerRole { get; private set; }

    public RoleId EditorRole { get; private set; }

    /// <summary>The team's time zone, by its IANA id.</summary>
    public string Zone { get; private set; } = "Etc/UTC";

    /// <summary>When digests go out.</summary>
    public DigestPlan Digests { get; private set; } = new();

    /// <summary>When nobody is reminded; null for never.</summary>
    public QuietHours? QuietHours { get; internal set; }

    public DateTimeOffset? SetUpAt { get; private set; }

    /// <summary>The name of the rating scale.</summary>
    public string Scale { get; private set; } = DefaultScale;

    public DeskRules Rules { get; private set; } = new();

    /// <summary>How long things are kept.</summary>
    public RetentionPolicy Keeps { get; private set; } = new();

    /// <summary>What one person may do in a day.</summary>
    public QuotaLimits Quotas { get; private set; } = new();

    /// <summary>How many people have been erased here.</summary>
    public int FormerMembers { get; private set; }

    public int LastClaimNumber { get; private set; }

    public int LastArticleNumber { get; private set; }

    /// <summary>The number of entries in the team's audit trail.</summary>
    public int AuditLength { get; private set; }

    /// <summary>The hash of the last audit entry.</summary>
    public string AuditHead { get; private set; } = "";

    /// <summary>The time of the last audit entry; null if there is none.</summary>
    public DateTimeOffset? AuditAt { get; private set; }

    /// <summary>Increases with every change in the team.</summary>
    public int Version { get; private set; }

    /// <summary>The role everybody has, which is never listed among a person's roles: it has the server's own id.</summary>
    public RoleId Everyone => new(Id.Value);

    public bool IsSetUp => SetUpAt is not null;

    public void SetUp(TeamSetup setup, DateTimeOffset now)
    {
        if (!IsSetUp)
        {
            Digests.Begin(setup.DigestTime, now);
        }
        else if (setup.Zone != Zone || setup.DigestTime != Digests.Time)
        {
            Digests.Move(setup.DigestTime, now);
        }

        (ReviewChannel, VerdictChannel, DigestChannel) = (setup.Review, setup.Verdicts, setup.Digest);
        (ReviewerRole, EditorRole) = (setup.Reviewers, setup.Editors);
        Zone = setup.Zone;
        SetUpAt ??= now;
    }

    /// <summary>Changes when digests go out, and to which channel.</summary>
    public void Schedule(DigestTimes times, ChannelId channel, Weekdays? weekly, RoleId? role, DateTimeOffset now)
    {
        if (times.Zone != Zone || times.Time != Digests.Time || times.Days != Digests.Days || weekly != Digests.Weekly)
        {
            Digests.Move(times.Time, now);
        }

        Digests.Choose(times.Days, weekly, role);
        (Zone, DigestChannel) = (times.Zone, channel);
    }

    /// <summary>Returns when the quiet hours that cover this time end; null if none do.</summary>
    public DateTimeOffset? QuietUntil(DateTimeOffset now)
    {
        var local = DigestSchedule.LocalTimeAt(Zone, now).ToTimeOnly();
        if (QuietHours is not { } quiet || !quiet.Cover(local))
        {
            return null;
        }

        // Clocks that are set forward bring the calendar's end sooner, clocks that are set back the clock's.
        var byCalendar = DigestSchedule.After(new(Zone, quiet.Until, Weekdays.All), now).First().Due;
        var byClock = now + (quiet.Until - local);
        return byClock < byCalendar ? byClock : byCalendar;
    }

    /// <summary>Returns what the person may do here, according to their current roles.</summary>
    public DeskRole RoleOf(Person person) => person switch
    {
        { MayManageServer: true } => DeskRole.Editor,
        _ when IsSetUp && person.Roles.Contains(EditorRole) => DeskRole.Editor,
        _ when IsSetUp && (ReviewerRole == Everyone || person.Roles.Contains(ReviewerRole)) => DeskRole.Reviewer,
        _ => DeskRole.Member,
    };

    /// <summary>Whether they get claims automatically: only with the reviewer role itself; editors are asked by name.</summary>
    public bool IsAskedToReview(Person person) =>
        ReviewerRole == Everyone ? RoleOf(person) == DeskRole.Reviewer : person.Roles.Contains(ReviewerRole);

    /// <summary>Chooses the scale for claims opened from now on.</summary>
    public void PickScale(string name) => Scale = name;

    /// <summary>Returns the pseudonym for the next person to be erased.</summary>
    public PersonId TakeFormerMember() => new((ulong)++FormerMembers);

    public int TakeClaimNumber() => ++LastClaimNumber;

    public int TakeArticleNumber() => ++LastArticleNumber;

    /// <summary>Returns the time to record for an event: never before the previous one, even if the clock was set back.</summary>
    public DateTimeOffset TimeOfNext(DateTimeOffset at) => AuditAt > at ? AuditAt.Value : at;

    /// <summary>Appends an entry to the team's audit trail.</summary>
    public AuditEntry Record(AuditFact fact, DateTimeOffset at)
    {
        var entry = new AuditEntry(Id, ++AuditLength, TimeOfNext(at), fact, AuditHead);
        (AuditHead, AuditAt) = (entry.Hash, entry.At);
        Version++;
        return entry;
    }
}
