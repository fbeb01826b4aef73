using System.Data.Common;
using FactBot.Host.Storage;
using FactBot.Host.Tests.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace FactBot.Host.Tests.Campaigns;

[Collection(nameof(Floods.Alone))]
public class SlowDatabaseTests
{
    [Fact]
    public async Task Two_hundred_interactions_at_once_on_a_slow_database_are_all_acknowledged_in_time()
    {
        await using var newsroom = await Newsroom.OpenAsync(change: services =>
            services.ConfigureDbContext<SqliteFactBotDbContext>(options => options.AddInterceptors(new SlowCommits())));
        await newsroom.Ada.AsksAsync("help");

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => newsroom.Fay.SubmitsAsync($"Claim {i}.")));

        // Who waits longer than the sandbox's 15 seconds for the end of a deferred answer hears "failed"; acknowledged it was.
        Assert.All(answers, answer => Assert.True(answer.IsReply || answer.IsDeferred, answer.Text));
        var traffic = await newsroom.TrafficAsync();
        var refused = traffic.Where(t => ((string?)t["path"])?.EndsWith("/callback", StringComparison.Ordinal) == true
            && (int?)t["status"] is not (200 or 204));
        Assert.Empty(refused);
        // Beside them, the opening scene's five commands and Ada's.
        Assert.Equal(
            200 + 5 + 1,
            traffic.Count(t => ((string?)t["path"])?.EndsWith("/callback", StringComparison.Ordinal) == true));
    }

    private sealed class SlowCommits : DbTransactionInterceptor
    {
        private static readonly TimeSpan Commit = TimeSpan.FromMilliseconds(500);

        public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Commit, TimeProvider.System, cancellationToken);
            return result;
        }
    }
}
