using System.Data.Common;
using System.Text;
using FactBot.Chat;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FactBot.Tests.Claims;

/// <summary>
/// Requests at the same moment, one step of one of them at a time: after each answer of the database a seeded die says
/// whose step is next. So the same seed gives the same order, on a fast machine and on a busy one.
/// </summary>
/// <remarks>
/// A request that begins to save goes on to its end: saves take turns in the desk, and so does what follows a failed one.
/// </remarks>
internal sealed class Interleaving : IDbCommandInterceptor, ISaveChangesInterceptor
{
    private readonly AsyncLocal<Actor?> present = new();

    /// <summary>Which of the requests took which step, by their letters; such as <c>ABBAB</c>.</summary>
    public string Order { get; private set; } = "";

    /// <summary>Plays the requests through; their replies are in the same order.</summary>
    public async Task<IReadOnlyList<Reply>> PlayAsync(int seed, params IReadOnlyList<Func<Task<Reply>>> requests)
    {
        var random = new Random(seed);
        var order = new StringBuilder();
        var actors = new List<Actor>();
        foreach (var request in requests)
        {
            var actor = new Actor((char)('A' + actors.Count));
            actors.Add(actor);
            actor.Run = BeginAsync(actor, request);
            await actor.StepAsync();
        }

        while (actors.FindAll(a => !a.Run.IsCompleted) is { Count: > 0 } waiting)
        {
            var next = waiting[random.Next(waiting.Count)];
            order.Append(next.Letter);
            next.GoOn();
            await next.StepAsync();
        }

        Order = order.ToString();
        return await Task.WhenAll(actors.Select(a => a.Run));
    }

    public async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (present.Value is { IsSaving: false } actor)
        {
            actor.IsSaving = eventData.Context is FactBotDbContext { IsSaving: true };
            if (actor.IsSaving)
            {
                return result;
            }

            await actor.StopAsync();
        }

        return result;
    }

    public ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        present.Value?.IsSaving = true;
        return new(result);
    }

    private async Task<Reply> BeginAsync(Actor actor, Func<Task<Reply>> request)
    {
        present.Value = actor;
        return await Task.Run(request);
    }

    /// <summary>Somebody's request under way. Of all of them one runs at a time.</summary>
    private sealed class Actor(char letter)
    {
        private TaskCompletionSource stopped = New();
        private TaskCompletionSource goes = New();

        public char Letter { get; } = letter;

        public bool IsSaving { get; set; }

        public Task<Reply> Run { get; set; } = null!;

        public void GoOn()
        {
            var stop = goes;
            (stopped, goes) = (New(), New());
            stop.SetResult();
        }

        /// <summary>Waits until it has stopped again, or is done.</summary>
        public async Task StepAsync() => await Task.WhenAny(stopped.Task, Run);

        public Task StopAsync()
        {
            var next = goes.Task;
            stopped.SetResult();
            return next;
        }

        private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
