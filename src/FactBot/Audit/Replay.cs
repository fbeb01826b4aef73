using System.Globalization;
using System.Text.Json;
using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Articles;
using FactBot.Domain.Assignments;
using FactBot.Domain.Audit;
using FactBot.Domain.Claims;
using FactBot.Domain.Digests;
using FactBot.Domain.Teams;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FactBot.Audit;

/// <summary>
/// A team rebuilt from nothing but its audit trail: its rules and claims, with their sources, assignments, ballots and
/// verdicts, and its articles' history. The trail holds hashes instead of the texts of articles and kept pages.
/// </summary>
public sealed class Replay
{
    private readonly IModel? model;
    private readonly IReadOnlySet<int> leftOut;
    private readonly Dictionary<int, Claim> claims = [];
    private readonly Dictionary<int, ArticleHistory> articles = [];
    private readonly Dictionary<int, int> leftOutOf = [];

    private Replay(TeamId teamId, IModel? model, IReadOnlySet<int> leftOut) => (Team, this.model, this.leftOut) = (new Team(teamId), model, leftOut);

    public Team Team { get; }

    /// <summary>Claims by number: those with an intact trail, and those restored from a snapshot after an erasure.</summary>
    public IReadOnlyDictionary<int, Claim> Claims => claims;

    /// <summary>Articles by number.</summary>
    public IReadOnlyDictionary<int, ArticleHistory> Articles => articles;

    /// <summary>The settings of reviewers who have chosen any.</summary>
    internal Dictionary<PersonId, Reviewer> Reviewers { get; } = [];

    /// <summary>The team's digests by key.</summary>
    internal Dictionary<string, (DigestMade Event, DateTimeOffset At)> Digests { get; } = [];

    /// <summary>The texts kept as evidence and not erased since.</summary>
    internal KeptHashes Texts { get; } = new();

    /// <summary>What the trail can't tell, and why: reasons by subject, such as <c>claim #5</c>.</summary>
    internal Dictionary<string, string> Unknown { get; } = [];

    /// <summary>Entries that record a difference that existed already, or that can't be followed.</summary>
    internal List<AuditFlaw> Flaws { get; } = [];

    /// <summary>The number of digests about which the trail says only that they were made.</summary>
    internal int UntoldDigests { get; private set; }

    /// <summary>Applies every event of a trail again, in order. Entries without an event are skipped.</summary>
    /// <exception cref="InvalidDataException">An event didn't lead to the stage recorded in the trail.</exception>
    public static Replay Of(TeamId teamId, IEnumerable<AuditEntry> trail, IModel? model = null)
    {
        trail = trail.ToList();
        var leftOut = trail.Where(e => e.Action == SealedLeftOut.Name).Select(e => e.Event).OfType<SealedLeftOut>().SelectMany(d => d.Entries).ToHashSet();
        var replay = Follow(teamId, trail, leftOut, model);
        return replay.Flaws is [var flaw, ..] ? throw new InvalidDataException($"Entry {flaw.Number}: {flaw.What}") : replay;
    }

    /// <summary>Like <see cref="Of"/>, but collects flaws instead of throwing.</summary>
    /// <param name="leftOut">The entries whose sealed votes were left out of an export.</param>
    internal static Replay Follow(TeamId teamId, IEnumerable<AuditEntry> trail, IReadOnlySet<int> leftOut, IModel? model)
    {
        var replay = new Replay(teamId, model, leftOut);
        foreach (var entry in trail)
        {
            replay.Count(entry.Subject);
            try
            {
                replay.Do(entry);
            }
            catch (Exception e) when (e is RefusedException or DeskRuleException or InvalidDataException or JsonException or FormatException or ArgumentException or InvalidOperationException)
            {
                replay.Lose(entry.Subject, $"entry {entry.Number} cannot be followed");
                replay.Flaws.Add(new(entry.Number, $"does not follow from those before it: {(e is RefusedException refused ? RefusalWords.Of(refused.Refusal) : e.Message)}"));
            }
        }

        return replay;
    }

    private void Do(AuditEntry entry)
    {
        var context = new EventContext(entry.Who, entry.At, Team, entry.RequestId);
        if (entry.HasLostDetails || !entry.HasTrueDetails)
        {
            DoLost(entry, context);
            return;
        }

        context = context with { Edition = entry.Event?.Edition ?? 0 };
        switch (entry.Event)
        {
            case TeamEvent teamEvent:
                teamEvent.ApplyTo(Team, context);
                Erase(teamEvent);
                break;
            case ArticleAdded added:
                articles[added.Article] = ArticleHistory.Of(added, context);
                break;
            case ArticleChanged change when articles.TryGetValue(change.Article, out var article):
                article.Change(change, context);
                break;
            case ClaimSubmitted submission:
                claims[submission.Number] = new Claim(submission, context);
                break;
            case StateAfterErasure state:
                TakeState(state, entry);
                break;
            case ReviewerEvent reviewerEvent:
                reviewerEvent.ApplyTo(ReviewerOf(context.Who));
                break;
            case DigestMade digest:
                Digests[digest.Key] = (digest, entry.At);
                break;
            case ClaimEvent claimEvent when claims.TryGetValue(claimEvent.Claim, out var claim):
                Do(claimEvent, claim, context);
                break;
            case null when entry.Action is EventWords.ChoseTopics or EventWords.WentAway or EventWords.CameBack:
                Unknown[$"reviewer {entry.Who}"] = "the trail does not tell what they chose";
                break;
            case null when entry.Action is EventWords.MadeDigest or EventWords.AskedForDigest && entry.Subject != EventWords.OwnDigest:
                UntoldDigests++;
                break;
            default:
                break;
        }
    }

    private void Do(ClaimEvent claimEvent, Claim claim, EventContext context)
    {
        var before = claim.Stage;
        claimEvent.ApplyTo(claim, context);
        if (claim.Stage != (claimEvent.LedTo ?? before))
        {
            throw new InvalidDataException($"{EventWords.ActionOf(claimEvent)} {claim.Name} led to {claim.Stage}, and the trail says {claimEvent.LedTo ?? before}.");
        }

        if (claimEvent is SourceArchived { Archive.Hash: { } hash })
        {
            Texts.Keep(hash);
        }
    }

    /// <summary>Handles an entry whose details are missing or aren't the ones originally written.</summary>
    private void DoLost(AuditEntry entry, EventContext context)
    {
        if (leftOut.Contains(entry.Number) && NumberIn(entry.Subject, "claim #") is { } number && claims.TryGetValue(number, out var claim))
        {
            leftOutOf[entry.Number] = number;
            if (entry.Action == EventWords.Voted)
            {
                claim.CastLeftOut(context);
            }
        }
        else
        {
            Lose(entry.Subject, entry.HasLostDetails ? $"details of entry {entry.Number} were erased" : $"entry {entry.Number} was changed");
        }
    }

    private void Lose(string subject, string why)
    {
        Unknown[subject] = why;
        if (NumberIn(subject, "claim #") is { } claim)
        {
            claims.Remove(claim);
        }
        else if (NumberIn(subject, "article ") is { } article)
        {
            articles.Remove(article);
        }
    }

    private void Erase(TeamEvent teamEvent)
    {
        switch (teamEvent)
        {
            case PastErased past:
                Texts.Erase(past.Texts);
                break;
            case PersonForgotten forgotten:
                Texts.Erase(forgotten.Texts);
                Texts.Untie();
                break;
            case SealedLeftOut left:
                foreach (var number in left.Entries.Select(e => leftOutOf.GetValueOrDefault(e)).Distinct())
                {
                    claims.GetValueOrDefault(number)?.LeaveOutSealed();
                }

                break;
            default:
                break;
        }
    }

    private void TakeState(StateAfterErasure state, AuditEntry entry)
    {
        if (state.WasUntrue)
        {
            Flaws.Add(new(entry.Number, $"tells that {state.Subject} was not what the trail says, when part of its trail was erased"));
        }

        switch (state)
        {
            case ClaimStands when model is not null:
                claims[state.Number] = StateAfterErasureRows.Read(model, state);
                Unknown.Remove(state.Subject);
                break;
            case BallotsStand when model is not null && claims.TryGetValue(state.Number, out var claim):
                StateAfterErasureRows.ReadInto(model, state, claim);
                break;
            case ArticleStands:
                articles[state.Number] = ArticleHistory.Of(state);
                Unknown.Remove(state.Subject);
                break;
            default:
                break;
        }
    }

    /// <summary>Advances the last used claim and article numbers; a number is never reused.</summary>
    private void Count(string subject)
    {
        while (NumberIn(subject, "claim #") > Team.LastClaimNumber)
        {
            Team.TakeClaimNumber();
        }

        while (NumberIn(subject, "article ") > Team.LastArticleNumber)
        {
            Team.TakeArticleNumber();
        }
    }

    private Reviewer ReviewerOf(PersonId person)
    {
        Unknown.Remove($"reviewer {person}");
        return Reviewers.TryGetValue(person, out var known) ? known : Reviewers[person] = new Reviewer(Team.Id, person);
    }

    private static int? NumberIn(string subject, string before) =>
        subject.StartsWith(before, StringComparison.Ordinal)
        && int.TryParse(subject.AsSpan(before.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
