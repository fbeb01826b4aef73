using FactBot.Domain;
using FactBot.Domain.Teams;

namespace FactBot.Quotas;

/// <summary>
/// What people used of their quotas on the day they were erased, so that erasure doesn't give them a new quota. It's only in
/// memory, because no file may contain their id any more; a restart forgets it, at the cost of one quota more.
/// </summary>
public sealed class ForgottenUses(TimeProvider time)
{
    /// <summary>The longest day that a calendar has, where the clocks go back.</summary>
    private static readonly TimeSpan LongestDay = TimeSpan.FromHours(25);

    private readonly List<(QuotaUse Use, DateTimeOffset At)> uses = [];

    /// <summary>Remembers what an erased person used, in addition to what is remembered of them already.</summary>
    public void Remember(IEnumerable<QuotaUse> erased)
    {
        lock (uses)
        {
            DropPast();
            uses.AddRange(erased.Select(u => (u, time.GetUtcNow())));
        }
    }

    /// <summary>Returns how much a person had used on a day before they were erased.</summary>
    public int UsedOn(DateOnly day, TeamId team, PersonId person, QuotaKind kind)
    {
        lock (uses)
        {
            DropPast();
            return uses.Where(u => u.Use.TeamId == team && u.Use.Person == person && u.Use.Kind == kind).Sum(u => u.Use.UsedOn(day));
        }
    }

    private void DropPast() => uses.RemoveAll(u => time.GetUtcNow() - u.At > LongestDay);
}
