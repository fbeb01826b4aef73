using System.Data.Common;
using FactBot.Domain.Claims;
using FactBot.Host.Storage;
using FactBot.Sandbox.Demo;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace FactBot.Host.Tests.Stories;

public class SlowHandlerTests
{
    [Fact]
    public async Task While_one_command_hangs_beats_go_out_and_others_are_answered()
    {
        var saves = new HeldSaves();
        await using var newsroom = await OpenAsync(saves);
        await newsroom.Ada.AsksAsync("help");
        saves.Hold();
        var hanging = newsroom.Fay.SubmitsAsync("The tram has 14 stops.");
        await saves.Reached;

        newsroom.Leap(TimeSpan.FromSeconds(60));
        Assert.Contains("no claim yet", (await newsroom.Ben.AsksAsync("claim list")).Text, StringComparison.Ordinal);
        newsroom.Leap(TimeSpan.FromSeconds(60));
        Assert.Contains("FactBot", (await newsroom.Ben.AsksAsync("help")).Text, StringComparison.Ordinal);
        Assert.True((bool?)(await newsroom.Client.GetAsync("stage/bot"))["connected"]);

        saves.Release();
        await hanging;
        await Newsroom.UntilAsync(async () => (await newsroom.Ben.AsksAsync("claim list")).Text.Contains("1 in all", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_late_failure_is_told_to_the_person_alone_with_a_reference()
    {
        var saves = new HeldSaves();
        await using var newsroom = await OpenAsync(saves);
        await newsroom.Ada.AsksAsync("help");
        saves.Hold();
        var hanging = newsroom.Fay.SubmitsAsync("The tram has 14 stops.");
        await saves.Reached;
        await Newsroom.UntilAsync(async () => (await newsroom.TrafficAsync()).Any(t =>
            ((string?)t["path"])?.EndsWith("/callback", StringComparison.Ordinal) == true && (int?)t["request"]?["type"] == 5));
        saves.Release(new IOException("The disk is full."));

        var answer = await hanging;
        Assert.True(answer.IsDeferred && answer.IsEphemeral, answer.Text);
        Assert.Contains("under the reference", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("disk", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_more_than_thirty_two_are_worked_on_at_once_and_all_are_acknowledged()
    {
        var reads = new HeldReads();
        await using var newsroom = await Newsroom.OpenAsync(change: services =>
            services.ConfigureDbContext<SqliteFactBotDbContext>(options => options.AddInterceptors(reads)));
        await newsroom.Ada.AsksAsync("help");
        var held = reads.Hold();
        var asking = Task.WhenAll(Enumerable.Range(0, 100).Select(_ => newsroom.Ben.AsksAsync("claim list")));
        await Newsroom.UntilAsync(async () => (await newsroom.TrafficAsync()).Count(t =>
            ((string?)t["path"])?.EndsWith("/callback", StringComparison.Ordinal) == true && (int?)t["request"]?["type"] == 5) == 100);
        Assert.Equal(32, reads.Waiting);

        held.SetResult();
        Assert.All(await asking, answer => Assert.True(answer.IsDeferred && answer.IsReply, answer.Text));
    }

    private static Task<Newsroom> OpenAsync(HeldSaves saves) => Newsroom.OpenAsync(change: services =>
        services.ConfigureDbContext<SqliteFactBotDbContext>(options => options.AddInterceptors(saves)));

    /// <summary>Holds up every request as it looks whether it was done already, until they are let go.</summary>
    private sealed class HeldReads : DbCommandInterceptor
    {
        private Task held = Task.CompletedTask;
        private int waiting;

        /// <summary>How many are held.</summary>
        public int Waiting => waiting;

        public TaskCompletionSource Hold()
        {
            var until = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            held = until.Task;
            return until;
        }

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (!held.IsCompleted && command.CommandText.Contains("\"Audit\"", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref waiting);
                await held;
                Interlocked.Decrement(ref waiting);
            }

            return result;
        }
    }

    /// <summary>Holds up the next save, until it is let go or made to fail.</summary>
    private sealed class HeldSaves : SaveChangesInterceptor
    {
        private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int holds;

        public Task Reached => reached.Task;

        public void Hold() => holds = 1;

        public void Release(Exception? failure = null)
        {
            if (failure is null)
            {
                released.SetResult();
            }
            else
            {
                released.SetException(failure);
            }
        }

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (eventData.Context!.ChangeTracker.Entries<Claim>().Any() && Interlocked.Exchange(ref holds, 0) == 1)
            {
                reached.SetResult();
                await released.Task;
            }

            return result;
        }
    }
}
