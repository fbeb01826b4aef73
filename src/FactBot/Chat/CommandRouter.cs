using FactBot.Assignments;
using FactBot.Domain;
using FactBot.Domain.Teams;
using FactBot.Quotas;
using FactBot.Storage;
using FactBot.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FactBot.Chat;

/// <summary>
/// Routes each request to its command: finds the team, checks setup and role, runs nothing twice, retries a command
/// after a write conflict, and turns a broken rule into a refusal.
/// </summary>
public sealed class CommandRouter(IServiceScopeFactory scopes, RoleObservations observations, CostlyUses costly)
{
    private const int Tries = 3;

    private static readonly Dictionary<string, Command> ByName = Commands.All.ToDictionary(c => c.Spec.Name);

    /// <summary>Finds the command by name; null if there is none.</summary>
    public static CommandSpec? Find(string name) => ByName.GetValueOrDefault(name)?.Spec;

    /// <summary>Carries out the request once, and replies.</summary>
    public async Task<Reply> RunAsync(Request request, CancellationToken cancellationToken)
    {
        if (!ByName.TryGetValue(request.Command, out var command))
        {
            return Reply.Refuse($"FactBot no longer knows “{request.Command}”; see {new CommandName("help")}.");
        }

        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            try
            {
                return await TryAsync(command, request, isSure: attempt > 1, cancellationToken);
            }
            catch (DbUpdateException e) when (SaveRace.IsIn(e))
            {
            }
        }

        return Reply.Refuse(
            $"Others changed the same thing at the same moment, and your request was not done. Please try again.",
            request.FindWritten());
    }

    /// <summary>Returns the choices for an option as the person types; none if the person may not use the command.</summary>
    public async Task<IReadOnlyList<Choice>> CompleteAsync(
        Request request, string option, string typed, CancellationToken cancellationToken)
    {
        if (ByName.GetValueOrDefault(request.Command)?.Spec.Options.FirstOrDefault(o => o.Name == option)
            is not { Completion: { } completion })
        {
            return [];
        }

        await using var scope = scopes.CreateAsyncScope();
        var team = await EnterAsync(scope, request, cancellationToken);
        var spec = ByName[request.Command].Spec;
        return (team.IsSetUp || spec.WorksBeforeSetup) && team.RoleOf(request.Person) >= spec.RequiredRole
            ? await ((ICompletion)ActivatorUtilities.CreateInstance(scope.ServiceProvider, completion))
                .CompleteAsync(request, team, typed, cancellationToken)
            : [];
    }

    private async Task<Reply> TryAsync(Command command, Request request, bool isSure, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FactBotDbContext>();
        using var turn = isSure ? await db.HoldTurnAsync(cancellationToken) : null;
        var team = await EnterAsync(scope, request, cancellationToken);
        if (await FindDoneAsync(db, request, cancellationToken) is { } done)
        {
            return done;
        }

        try
        {
            if (team.IsSetUp && command.Spec.IsNoted)
            {
                observations.See(request, team);
            }

            RefuseUnlessAllowed(command.Spec, request, team);
            Task<Reply> RunAsync() => command.RunAsync(scope.ServiceProvider, request, team, cancellationToken);
            return command.Spec.IsCostly && team.IsSetUp
                ? await costly.RunAsync(RunAsync, command.Spec.IsNoted, db, request, team, cancellationToken)
                : await RunAsync();
        }
        catch (Exception e) when (e is RefusedException or DeskRuleException)
        {
            // The same request may have succeeded in the meantime, and be refused only because of that.
            return await FindDoneAsync(db, request, cancellationToken)
                ?? Reply.Refuse(e is RefusedException refused ? RefusalWords.Of(refused.Refusal) : ((DeskRuleException)e).Reason, request.FindWritten());
        }
    }

    private static async Task<Reply?> FindDoneAsync(FactBotDbContext db, Request request, CancellationToken cancellationToken) =>
        await db.Audit.AsNoTracking().FirstOrDefaultAsync(e => e.RequestId == request.Id, cancellationToken) is { } done
            ? Reply.Say($"This was done already: {done.Action}, {done.Subject}.")
            : null;

    /// <summary>Limits the scope's queries to the request's team.</summary>
    private static async Task<Team> EnterAsync(AsyncServiceScope scope, Request request, CancellationToken cancellationToken)
    {
        var db = scope.ServiceProvider.GetRequiredService<FactBotDbContext>();
        db.CurrentTeam = request.Team;
        return await db.Teams.SingleOrDefaultAsync(t => t.Id == request.Team, cancellationToken) ?? new Team(request.Team);
    }

    private static void RefuseUnlessAllowed(CommandSpec spec, Request request, Team team)
    {
        if (!team.IsSetUp && !spec.WorksBeforeSetup)
        {
            throw new DeskRuleException(ShowHelp.RefusalBeforeSetup);
        }

        if (team.RoleOf(request.Person) < spec.RequiredRole)
        {
            Words who = spec.RequiredRole switch
            {
                DeskRole.Editor when team.IsSetUp => $"editors ({team.EditorRole}, or who may manage the server)",
                DeskRole.Editor => $"people who may manage the server",
                _ => $"reviewers ({team.ReviewerRole})",
            };
            throw new DeskRuleException($"Only {who} can do this; ask one of them, or for the role.");
        }
    }
}
