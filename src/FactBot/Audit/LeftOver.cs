using FactBot.Storage;

namespace FactBot.Audit;

/// <summary>
/// The claims and articles of whose trail details are erased: what is left of them is written down at the erasure's end, so
/// that the trail can be followed on from there.
/// </summary>
internal sealed class LeftOver
{
    private readonly DeskContext db;
    private readonly IReadOnlyCollection<string> subjects;
    private readonly IReadOnlySet<string> untrue;

    private LeftOver(DeskContext db, IReadOnlyCollection<string> subjects, IReadOnlySet<string> untrue) =>
        (this.db, this.subjects, this.untrue) = (db, subjects, untrue);

    /// <summary>Where nothing was erased.</summary>
    public static LeftOver Nothing(DeskContext db) => new(db, [], new HashSet<string>());

    /// <summary>To be asked before anything is erased, since what is untrue by then must not be written down as true.</summary>
    /// <param name="subjects">As the entries name them.</param>
    public static async Task<LeftOver> OfAsync(DeskContext db, IEnumerable<string> subjects, CancellationToken cancel)
    {
        var distinct = subjects.ToHashSet();
        return new(db, distinct, await new Record(db).FindUntrueAsync(distinct, cancel));
    }

    /// <summary>Adds what is left to the trail, once all that goes is gone from the tables; saving is still to come.</summary>
    public Task WriteDownAsync(Act act, CancellationToken cancel) => new StandingRows(db).WriteDownAsync(act, subjects, untrue, cancel);
}
