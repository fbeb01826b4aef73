using System.Collections.Concurrent;
using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Teams;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Quotas;

/// <summary>
/// Limits each person's costly commands per day. Refusals cost nothing, so a command is counted once it's done; until then
/// it occupies a slot here, so that no more can be in progress than are left. Requests that only open a form, or were done
/// before, don't count against the quota either; they have the same limit, counted only in memory.
/// </summary>
public sealed class CostlyUses(ForgottenUses forgotten, TimeProvider time)
{
    private readonly ConcurrentDictionary<(TeamId, PersonId), int> underWay = [];
    private readonly ConcurrentDictionary<(TeamId, PersonId, bool IsKept), (DateOnly Day, int Used)> unkept = [];

    /// <summary>Runs a command and counts it; refuses if the person has none left.</summary>
    /// <param name="run">Runs the command.</param>
    /// <param name="isKept">Whether the count is stored; otherwise nothing is, not even the use, and memory counts.</param>
    internal async Task<Reply> RunAsync(Func<Task<Reply>> run, bool isKept, FactBotDbContext db, Request request, Team team, CancellationToken cancellationToken)
    {
        var person = (team.Id, request.Person.Id);
        var waiting = underWay.AddOrUpdate(person, 1, (_, count) => count + 1);
        try
        {
            if (isKept)
            {
                await new DailyQuota(db, forgotten).RefusePastQuotaAsync(request, team, QuotaKind.Commands, waiting, cancellationToken);
            }

            RefusePastUnkept(request, team, isKept, waiting);
            var reply = await run();
            if (!isKept || reply.Form is not null || reply.WasDoneBefore)
            {
                var today = Today;
                unkept.AddOrUpdate((team.Id, request.Person.Id, isKept), (today, 1), (_, use) => (today, use.Day == today ? use.Used + 1 : 1));
            }
            else if (!reply.IsRefusal)
            {
                await CountAsync(db, request, team, cancellationToken);
            }

            return reply;
        }
        finally
        {
            underWay.AddOrUpdate(person, 0, (_, count) => count - 1);
            underWay.TryRemove(KeyValuePair.Create(person, 0));
        }
    }

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    private void RefusePastUnkept(Request request, Team team, bool isKept, int waiting)
    {
        var limit = team.Quotas.Commands;
        var used = unkept.GetValueOrDefault((team.Id, request.Person.Id, isKept)) is var (day, count) && day == Today ? count : 0;
        if (limit > 0 && team.RoleOf(request.Person) < DeskRole.Editor && used + waiting > limit)
        {
            throw new DeskRuleException(DailyQuota.Refusal(
                QuotaKind.Commands, limit, 0, 1, new DateTimeOffset(Today.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero)));
        }
    }

    /// <summary>Counts a command that is done and must not run again, so a write conflict is met by counting again.</summary>
    private async Task CountAsync(FactBotDbContext db, Request request, Team team, CancellationToken cancellationToken)
    {
        using var turn = await db.HoldTurnAsync(cancellationToken);
        db.ChangeTracker.Clear();
        await new DailyQuota(db, forgotten).CountAsync(request, team, QuotaKind.Commands, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
