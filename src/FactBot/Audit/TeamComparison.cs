using FactBot.Domain;
using FactBot.Domain.Assignments;
using FactBot.Domain.Digests;
using FactBot.Domain.Teams;
using FactBot.Posts;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FactBot.Audit;

/// <summary>Compares a team's rules, its reviewers' settings and its digests with the audit trail.</summary>
internal sealed class TeamComparison(FactBotDbContext db, Replay replay)
{
    private readonly TeamRows rows = new(db);

    /// <summary>Returns the differences in the team's own row.</summary>
    /// <param name="last">The latest time of the trail's entries.</param>
    public async IAsyncEnumerable<string> FindFlawsAsync(DateTimeOffset? last, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var type = TypeOf<Team>();
        var row = await rows.ReadAsync(type, cancellationToken).SingleAsync(cancellationToken);
        var length = row[nameof(Team.AuditLength)];
        var chain = new Dictionary<string, object?> { [nameof(Team.AuditAt)] = last?.ToUnixTimeMilliseconds(), [nameof(Team.Version)] = length };
        var told = replay.Unknown.ContainsKey("team") ? [] : RowCells.Of(type, replay.Team).Where(c => !IsOfChain(c.Key)).ToDictionary(c => c.Key, c => c.Value);
        if (RowMatching.Differences(told, row).Concat(RowMatching.Differences(chain, row)).ToList() is { Count: > 0 } columns)
        {
            yield return RecordWords.Differ("the team", columns);
        }

        var later = await db.Posts.Where(p => (p.Kind == PostKind.Notice || p.Kind == PostKind.Welcome) && p.Subject > (long)length!)
            .OrderBy(p => p.Subject).Select(p => (long?)p.Subject).FirstOrDefaultAsync(cancellationToken);
        if (later is not null)
        {
            yield return $"a notice of entry {later} is posted, which the trail doesn't have: it ends before";
        }
    }

    /// <summary>Returns the differences in the reviewers' settings.</summary>
    public async IAsyncEnumerable<string> FindFlawsInReviewersAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var type = TypeOf<Reviewer>();
        var left = replay.Reviewers.Where(r => !r.Key.IsFormerMember).ToDictionary(r => r.Key, r => r.Value);
        await foreach (var row in rows.ReadAsync(type, cancellationToken))
        {
            var person = new PersonId((ulong)(row[nameof(Reviewer.Person)] as long? ?? 0));
            left.Remove(person);
            if (replay.Unknown.ContainsKey($"reviewer {person}"))
            {
                continue;
            }

            var told = Told(type, replay.Reviewers.GetValueOrDefault(person) ?? new Reviewer(replay.Team.Id, person));
            if (RowMatching.Differences(told, row) is { Count: > 0 } columns)
            {
                yield return RecordWords.Differ($"reviewer {person}", columns);
            }
        }

        foreach (var person in left.Keys)
        {
            yield return RecordWords.Missing($"reviewer {person}");
        }
    }

    /// <summary>Returns the differences in the team's digests.</summary>
    public async IAsyncEnumerable<string> FindFlawsInDigestsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var type = TypeOf<Digest>();
        var left = new Dictionary<string, (DigestMade Event, DateTimeOffset At)>(replay.Digests);
        var untold = new List<string>();
        await foreach (var row in rows.ReadAsync(type, cancellationToken).Where(r => r[nameof(Digest.Kind)] is not nameof(DigestKind.Personal)))
        {
            var key = $"{row[nameof(Digest.Key)]}";
            if (!left.Remove(key, out var made))
            {
                untold.Add(key);
                continue;
            }

            var expected = new Dictionary<string, object?>
            {
                [nameof(Digest.Kind)] = made.Event.Kind.ToString(),
                [nameof(Digest.Due)] = made.Event.Due.ToUnixTimeMilliseconds(),
                [nameof(Digest.From)] = made.Event.From.ToUnixTimeMilliseconds(),
                [nameof(Digest.Until)] = made.At.ToUnixTimeMilliseconds(),
            };
            if (RowMatching.Differences(expected, row) is { Count: > 0 } columns)
            {
                yield return RecordWords.Differ($"digest “{key}”", columns);
            }
        }

        foreach (var key in untold.Count > replay.UntoldDigests ? untold : [])
        {
            yield return RecordWords.Added($"digest “{key}”");
        }

        foreach (var key in left.Keys)
        {
            yield return RecordWords.Missing($"digest “{key}”");
        }
    }

    private static bool IsOfChain(string column) => column is nameof(Team.AuditLength) or nameof(Team.AuditHead) or nameof(Team.AuditAt) or nameof(Team.Version);

    private static Dictionary<string, object?> Told(IEntityType type, object entity) => RowCells.Of(type, entity)
        .Where(c => !RecordColumns.Untold.ContainsKey((type.GetTableName()!, c.Key))).ToDictionary(c => c.Key, c => c.Value);

    private IEntityType TypeOf<T>() => db.Model.FindEntityType(typeof(T))!;
}
