using FactBot.Audit;
using FactBot.Chat;
using FactBot.Digests;
using FactBot.Privacy;
using FactBot.Quotas;
using FactBot.Reminders;

namespace FactBot.Teams;

/// <summary>
/// One guild's desk: its channels, roles and rules. Every change of anything in a team goes through its row (the audit
/// chain's head), so two changes made from the same reading cannot both be saved.
/// </summary>
public sealed class Team(TeamId id)
{
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
    public string Scale { get; private set; } = RatingScale.DefaultName;

    public DeskRules Rules { get; private set; } = new();

    /// <summary>How long things are kept.</summary>
    public KeepTimes Keeps { get; private set; } = new();

    /// <summary>What one person may do in a day.</summary>
    public QuotaLimits Quotas { get; private set; } = new();

    /// <summary>How many people were forgotten here.</summary>
    public int FormerMembers { get; private set; }

    public int LastClaimNumber { get; private set; }

    public int LastArticleNumber { get; private set; }

    /// <summary>How many entries the team's audit trail has.</summary>
    public int AuditLength { get; private set; }

    /// <summary>The hash of the last audit entry.</summary>
    public string AuditHead { get; private set; } = "";

    /// <summary>The time of the last audit entry; null where there is none.</summary>
    public DateTimeOffset? AuditAt { get; private set; }

    /// <summary>Rises with every change of anything in the team.</summary>
    public int Version { get; private set; }

    /// <summary>The role that everybody has, which no list of roles names: it has the server's own id.</summary>
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

    /// <summary>Digests go out at other times, or to another channel.</summary>
    public void Schedule(DigestTimes times, ChannelId channel, Weekdays? weekly, RoleId? role, DateTimeOffset now)
    {
        if (times.Zone != Zone || times.Time != Digests.Time || times.Days != Digests.Days || weekly != Digests.Weekly)
        {
            Digests.Move(times.Time, now);
        }

        Digests.Choose(times.Days, weekly, role);
        (Zone, DigestChannel) = (times.Zone, channel);
    }

    /// <summary>What the person may do here, by the roles they have at this moment.</summary>
    public DeskRole RoleOf(Person person) => person switch
    {
        { MayManageServer: true } => DeskRole.Editor,
        _ when IsSetUp && person.Roles.Contains(EditorRole) => DeskRole.Editor,
        _ when IsSetUp && (ReviewerRole == Everyone || person.Roles.Contains(ReviewerRole)) => DeskRole.Reviewer,
        _ => DeskRole.Member,
    };

    /// <summary>Whether claims may be given to somebody without naming them: who has the reviewers' own role. An editor without it is asked by name.</summary>
    public bool IsAskedToReview(Person person) =>
        ReviewerRole == Everyone ? RoleOf(person) == DeskRole.Reviewer : person.Roles.Contains(ReviewerRole);

    /// <summary>Picks the scale for what is opened from now on.</summary>
    public void PickScale(string name) => Scale = name;

    /// <summary>The pseudonym of one more person who is forgotten.</summary>
    public PersonId TakeFormerMember() => new((ulong)++FormerMembers);

    public int TakeClaimNumber() => ++LastClaimNumber;

    public int TakeArticleNumber() => ++LastArticleNumber;

    /// <summary>When something is done that the clock dates at an instant: never before what was done last, also where the clock went back.</summary>
    public DateTimeOffset TimeOfNext(DateTimeOffset at) => AuditAt > at ? AuditAt.Value : at;

    /// <summary>Adds an entry to the end of the team's audit trail.</summary>
    public AuditEntry Record(AuditFact fact, DateTimeOffset at)
    {
        var entry = new AuditEntry(Id, ++AuditLength, TimeOfNext(at), fact, AuditHead);
        (AuditHead, AuditAt) = (entry.Hash, entry.At);
        Version++;
        return entry;
    }
}
