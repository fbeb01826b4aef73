using FactBot.Audit;
using FactBot.Chat;
using FactBot.Claims;
using FactBot.Domain;
using FactBot.Domain.Articles;
using FactBot.Domain.Assignments;
using FactBot.Domain.Audit;
using FactBot.Domain.Claims;
using FactBot.Domain.Digests;
using FactBot.Domain.Teams;
using FactBot.Posts;

namespace FactBot.Storage;

/// <summary>Applies events and records each in the team's audit trail.</summary>
public abstract partial class FactBotDbContext
{
    /// <summary>Saves a change together with its entry in the team's audit trail.</summary>
    public Task RecordAsync(
        Team team, Request request, string action, string subject, CancellationToken cancellationToken)
    {
        Record(ContextFor(team, request), new AuditFact(request.Person.Id, action, subject, request.Id));
        return SaveChangesAsync(cancellationToken);
    }

    /// <summary>Adds an entry to the team's audit trail. The caller saves.</summary>
    public void Record(EventContext context, string action, string subject) => Record(context, new AuditFact(context.By, action, subject, context.RequestId));

    /// <summary>Returns the context of an event caused by the request, at the current time.</summary>
    public EventContext ContextFor(Team team, Request request) => ContextFor(team, request.Person.Id, request.Id);

    /// <summary>Returns the context of an event the bot causes by itself.</summary>
    public EventContext ContextFor(Team team) => ContextFor(team, null, null);

    /// <summary>Records an article's event, which is applied already, in the team's audit trail. The caller saves.</summary>
    public void Record(EventContext context, ArticleEvent articleEvent) =>
        Record(context, EventJson.FactOf(context, $"article {articleEvent.Article}", articleEvent with { Edition = context.Edition }));

    /// <summary>Records a requested digest, which is made already, in the team's audit trail. The caller saves.</summary>
    public void Record(EventContext context, DigestMade made) => Record(context, EventJson.FactOf(context, "digest", made));

    /// <summary>Records a snapshot taken after an erasure in the team's audit trail. The caller saves.</summary>
    internal void Record(EventContext context, StateAfterErasure state) => Record(context, EventJson.FactOf(context with { By = null, RequestId = null }, state.Subject, state));

    /// <summary>Applies an event caused by a reviewer to themselves, and saves.</summary>
    public Task ApplyAsync(Team team, Request request, Reviewer reviewer, ReviewerEvent reviewerEvent, CancellationToken cancellationToken)
    {
        reviewerEvent.ApplyTo(reviewer);
        var context = ContextFor(team, request);
        Record(context, EventJson.FactOf(context, "themselves", reviewerEvent));
        return SaveChangesAsync(cancellationToken);
    }

    /// <summary>Applies an event to the team, and saves.</summary>
    public Task ApplyAsync(Team team, Request request, TeamEvent teamEvent, CancellationToken cancellationToken)
    {
        Apply(ContextFor(team, request), teamEvent);
        return SaveChangesAsync(cancellationToken);
    }

    /// <summary>Applies an event to the context's team, with its audit entry. The caller saves.</summary>
    public void Apply(EventContext context, TeamEvent teamEvent)
    {
        teamEvent.ApplyTo(context.Team, context);
        Record(context, EventJson.FactOf(context, "team", teamEvent with { Edition = context.Edition }));
    }

    /// <summary>Applies an event to a claim, and saves.</summary>
    public Task ApplyAsync(Team team, Request request, Claim claim, ClaimEvent claimEvent, CancellationToken cancellationToken)
    {
        Apply(ContextFor(team, request), claim, claimEvent);
        return SaveChangesAsync(cancellationToken);
    }

    /// <summary>Applies an event to a claim, with its audit entry and any notice. The caller saves.</summary>
    public void Apply(EventContext context, Claim claim, ClaimEvent claimEvent)
    {
        if (!claimEvent.DecidesNothing)
        {
            claim.RefuseIfKeepsOut(context.By);
        }

        var (before, owed) = (claim.Stage, claim.OpenAssignments.ToList());
        claimEvent.ApplyTo(claim, context);
        PersonId[] released = [.. owed.Where(a => claim.Stage != before && a.State == AssignmentState.Released).Select(a => a.Reviewer)];
        claimEvent = claimEvent with
        {
            Claim = claim.Number,
            LedTo = claim.Stage == before ? null : claim.Stage,
            Released = released.Length == 0 ? null : released,
            Edition = context.Edition,
        };
        var entry = Record(context, EventJson.FactOf(context, $"claim {claim.Name}", claimEvent));
        if (ClaimNotices.Of(claimEvent, claim) is not null)
        {
            Posts.Add(new Post(context.Team.Id, PostKind.Notice, entry.Number, ClaimNotices.DueAt(claimEvent, claim, context), claim.Id));
        }

        KeepFromOneVoter(context, claim);
    }

    /// <summary>
    /// Whoever wrote a claim with an unnamed author may vote on it. So that they can't carry it with that vote, its rounds need
    /// a second one.
    /// </summary>
    internal void KeepFromOneVoter(EventContext context, Claim claim)
    {
        if (claim is { Stage: Stage.Open, HasUnnamedAuthor: true, RoundRules: { VotesNeeded: 1 } rules })
        {
            Apply(context with { By = null, RequestId = null }, claim, new RoundRulesKept(rules with { VotesNeeded = 2 }));
        }
    }

    /// <summary>Adds a claim, with its audit entry. The caller saves.</summary>
    public Claim Add(EventContext context, ClaimSubmitted submission)
    {
        Statement.Require(submission.Text);
        var claim = new Claim(submission, context);
        Claims.Add(claim);
        Record(context, EventJson.FactOf(context, $"claim {claim.Name}", submission with { Edition = context.Edition }));
        KeepFromOneVoter(context, claim);
        return claim;
    }

    private EventContext ContextFor(Team team, PersonId? by, string? requestId) =>
        new(by, team.TimeOfNext(time.GetUtcNow().TruncateToMilliseconds()), team, requestId);

    /// <summary>Adds to the trail; if a request causes several entries, only the first carries its id.</summary>
    private AuditEntry Record(EventContext context, AuditFact fact)
    {
        var isFirst = fact.RequestId is null || Audit.Local.All(e => e.RequestId != fact.RequestId);
        var entry = context.Team.Record(isFirst ? fact : fact with { RequestId = null }, context.At);
        Audit.Add(entry);
        return entry;
    }
}
