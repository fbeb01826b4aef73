using FactBot.Chat;
using FactBot.Domain.Digests;
using FactBot.Domain.Teams;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FactBot.Quotas;

/// <summary>Counts what a person does against their quota for the team's current day.</summary>
public sealed class DailyQuota(FactBotDbContext db, ForgottenUses forgotten)
{
    /// <summary>
    /// Counts uses; refuses if that exceeds the limit. The caller saves, together with what is counted: if two requests read
    /// the same count, only one can save, and the other is retried.
    /// </summary>
    public async Task CountAsync(Request request, Team team, QuotaKind kind, CancellationToken cancellationToken, int count = 1)
    {
        if (await FindUseAsync(request, team, kind, count, cancellationToken) is var (use, today))
        {
            use.Use(today, count);
        }
    }

    /// <summary>Refuses if that many more uses exceed the limit; counts nothing.</summary>
    public async Task RefusePastQuotaAsync(Request request, Team team, QuotaKind kind, int count, CancellationToken cancellationToken)
    {
        if (await FindUseAsync(request, team, kind, count, cancellationToken) is var (use, _) && db.Entry(use).State == EntityState.Added)
        {
            db.Entry(use).State = EntityState.Detached;
        }
    }

    /// <summary>Returns the row to count in, and the day; null if there is no limit.</summary>
    private async Task<(QuotaUse Use, DateOnly Today)?> FindUseAsync(
        Request request, Team team, QuotaKind kind, int count, CancellationToken cancellationToken)
    {
        var limit = team.Quotas.Of(kind);
        if (limit == 0 || team.RoleOf(request.Person) == DeskRole.Editor)
        {
            return null;
        }

        var zone = DateTimeZoneProviders.Tzdb[team.Zone];
        var today = DigestSchedule.LocalDateAt(team.Zone, db.Time.GetUtcNow());
        var use = await db.QuotaUses.FirstOrDefaultAsync(u => u.Person == request.Person.Id && u.Kind == kind, cancellationToken);
        var before = forgotten.UsedOn(today.ToDateOnly(), team.Id, request.Person.Id, kind);
        var left = Math.Max(0, limit - before - (use?.UsedOn(today.ToDateOnly()) ?? 0));
        return count > left
            ? throw new DeskRuleException(Refusal(kind, limit, left, count, today.PlusDays(1).AtStartOfDayInZone(zone).ToDateTimeOffset()))
            : (use ?? db.QuotaUses.Add(new QuotaUse(team.Id, request.Person.Id, kind)).Entity, today.ToDateOnly());
    }

    internal static Words Refusal(QuotaKind kind, int limit, int left, int count, DateTimeOffset next) => kind switch
    {
        QuotaKind.Claims when left > 0 =>
            $"You can submit {left:N0} more of today’s {limit:N0} claims, and this would be {count:N0}. Choose fewer, or wait until {next} ({next:R}).",
        QuotaKind.Claims => $"You’ve submitted {limit:N0} claims today, the most one person can. You can submit more from {next} on ({next:R}).",
        QuotaKind.Articles => $"You’ve added {limit:N0} articles today, the most one person can. You can add more from {next} on ({next:R}).",
        QuotaKind.Sources => $"You’ve added {limit:N0} sources today, the most one person can. You can add more from {next} on ({next:R}).",
        _ => $"You’ve used {limit:N0} searches, suggestions and reports today, the most one person can. You can go on from {next} ({next:R}).",
    };
}
