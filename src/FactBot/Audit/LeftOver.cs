using FactBot.Domain.Teams;
using FactBot.Storage;

namespace FactBot.Audit;

/// <summary>
/// The claims and articles affected by an erasure of trail details. A snapshot of what remains of each is recorded when
/// the erasure ends, so that the trail can be followed from there.
/// </summary>
internal sealed class LeftOver
{
    private readonly FactBotDbContext db;
    private readonly IReadOnlyCollection<string> subjects;
    private readonly IReadOnlySet<string> untrue;

    private LeftOver(FactBotDbContext db, IReadOnlyCollection<string> subjects, IReadOnlySet<string> untrue) =>
        (this.db, this.subjects, this.untrue) = (db, subjects, untrue);

    /// <summary>Returns an instance for when nothing was erased.</summary>
    public static LeftOver Nothing(FactBotDbContext db) => new(db, [], new HashSet<string>());

    /// <summary>Call before erasing, so that rows which already differ from the trail aren't recorded as true.</summary>
    /// <param name="subjects">Named as in the entries.</param>
    public static async Task<LeftOver> OfAsync(FactBotDbContext db, IEnumerable<string> subjects, CancellationToken cancellationToken)
    {
        var distinct = subjects.ToHashSet();
        return new(db, distinct, await new Record(db).FindUntrueAsync(distinct, cancellationToken));
    }

    /// <summary>Adds the snapshots to the trail; call once everything erased is gone from the tables. The caller saves.</summary>
    public Task WriteDownAsync(EventContext context, CancellationToken cancellationToken) => new StateAfterErasureRows(db).WriteDownAsync(context, subjects, untrue, cancellationToken);
}
