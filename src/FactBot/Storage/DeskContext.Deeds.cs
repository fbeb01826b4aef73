using FactBot.Articles;
using FactBot.Assignments;
using FactBot.Audit;
using FactBot.Chat;
using FactBot.Claims;
using FactBot.Digests;
using FactBot.Posts;
using FactBot.Teams;
using FactBot.Votes;

namespace FactBot.Storage;

/// <summary>Applies events and records each in the team's audit trail.</summary>
public abstract partial class DeskContext
{
    /// <summary>Saves a change together with its entry in the team's audit trail.</summary>
    public Task RecordAsync(
        Team team, Request request, string action, string subject, CancellationToken cancel)
    {
        Record(ActOf(team, request), new AuditFact(request.Person.Id, action, subject, request.Id));
        return SaveChangesAsync(cancel);
    }

    /// <summary>Adds an entry to the team's audit trail. The caller saves.</summary>
    public void Record(Act act, string action, string subject) => Record(act, new AuditFact(act.By, action, subject, act.RequestId));

    /// <summary>Returns the context of an event caused by the request, at the current time.</summary>
    public Act ActOf(Team team, Request request) => ActOf(team, request.Person.Id, request.Id);

    /// <summary>Returns the context of an event the bot causes by itself.</summary>
    public Act ActOf(Team team) => ActOf(team, null, null);

    /// <summary>Records an article's event, which is applied already, in the team's audit trail. The caller saves.</summary>
    public void Record(Act act, ArticleDeed deed) =>
        Record(act, new AuditFact(act.By, deed.Action, $"article {deed.Article}", act.RequestId, deed with { Edition = act.Edition }));

    /// <summary>Records a requested digest, which is made already, in the team's audit trail. The caller saves.</summary>
    public void Record(Act act, DigestMade deed) => Record(act, new AuditFact(act.By, deed.Action, "digest", act.RequestId, deed));

    /// <summary>Records a snapshot taken after an erasure in the team's audit trail. The caller saves.</summary>
    internal void Record(Act act, Standing deed) => Record(act, new AuditFact(null, deed.Action, deed.Subject, null, deed));

    /// <summary>Applies an event caused by a reviewer to themselves, and saves.</summary>
    public Task DoAsync(Team team, Request request, Reviewer reviewer, ReviewerDeed deed, CancellationToken cancel)
    {
        deed.ApplyTo(reviewer);
        var act = ActOf(team, request);
        Record(act, new AuditFact(act.By, deed.Action, "themselves", act.RequestId, deed));
        return SaveChangesAsync(cancel);
    }

    /// <summary>Applies an event to the team, and saves.</summary>
    public Task DoAsync(Team team, Request request, TeamDeed deed, CancellationToken cancel)
    {
        Do(ActOf(team, request), deed);
        return SaveChangesAsync(cancel);
    }

    /// <summary>Applies an event to the context's team, with its audit entry. The caller saves.</summary>
    public void Do(Act act, TeamDeed deed)
    {
        deed.ApplyTo(act.Team, act);
        Record(act, new AuditFact(act.By, deed.Action, "team", act.RequestId, deed with { Edition = act.Edition }));
    }

    /// <summary>Applies an event to a claim, and saves.</summary>
    public Task DoAsync(Team team, Request request, Claim claim, ClaimDeed deed, CancellationToken cancel)
    {
        Do(ActOf(team, request), claim, deed);
        return SaveChangesAsync(cancel);
    }

    /// <summary>Applies an event to a claim, with its audit entry and any notice. The caller saves.</summary>
    public void Do(Act act, Claim claim, ClaimDeed deed)
    {
        if (!deed.DecidesNothing)
        {
            claim.RefuseIfKeepsOut(act.By);
        }

        var (before, owed) = (claim.Stage, claim.OpenAssignments.ToList());
        deed.ApplyTo(claim, act);
        PersonId[] released = [.. owed.Where(a => claim.Stage != before && a.State == AssignmentState.Released).Select(a => a.Reviewer)];
        deed = deed with
        {
            Claim = claim.Number,
            LedTo = claim.Stage == before ? null : claim.Stage,
            Released = released.Length == 0 ? null : released,
            Edition = act.Edition,
        };
        var entry = Record(act, new AuditFact(act.By, deed.Action, $"claim {claim.Name}", act.RequestId, deed));
        if (deed.NoticeOn(claim) is not null)
        {
            Posts.Add(new Post(act.Team.Id, PostKind.Notice, entry.Number, deed.NoticeDue(claim, act), claim.Id));
        }

        KeepFromOneVoter(act, claim);
    }

    /// <summary>
    /// An erased person may come back as a new one, and nothing would tell that they submitted the claim. So that they can't
    /// carry it with a vote of their own, its rounds need a second vote.
    /// </summary>
    internal void KeepFromOneVoter(Act act, Claim claim)
    {
        if (claim is { Stage: Stage.Open, SubmittedBy.IsFormerMember: true, RoundRules: { VotesNeeded: 1 } rules })
        {
            Do(act with { By = null, RequestId = null }, claim, new RoundRulesKept(rules with { VotesNeeded = 2 }));
        }
    }

    /// <summary>Adds a claim, with its audit entry. The caller saves.</summary>
    public Claim Add(Act act, ClaimSubmitted submission)
    {
        Statement.Require(submission.Text);
        var claim = new Claim(submission, act);
        Claims.Add(claim);
        Record(act, new AuditFact(act.By, submission.Action, $"claim {claim.Name}", act.RequestId, submission with { Edition = act.Edition }));
        return claim;
    }

    private Act ActOf(Team team, PersonId? by, string? requestId) =>
        new(by, team.TimeOfNext(time.GetUtcNow().Kept()), team, requestId);

    /// <summary>Adds to the trail; if a request causes several entries, only the first carries its id.</summary>
    private AuditEntry Record(Act act, AuditFact fact)
    {
        var isFirst = fact.RequestId is null || Audit.Local.All(e => e.RequestId != fact.RequestId);
        var entry = act.Team.Record(isFirst ? fact : fact with { RequestId = null }, act.At);
        Audit.Add(entry);
        return entry;
    }
}
