using FactBot.Host.Storage;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FactBot.Host.Operations;

/// <summary>Checks that the database can be read, and that what's written to it is kept.</summary>
internal sealed class DatabaseHealth(IServiceScopeFactory scopes, DatabaseWatch watch) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            if (await watch.LookAsync(cancellationToken) is { } trouble)
            {
                return HealthCheckResult.Unhealthy(DatabaseTroubles.ToOperator(trouble));
            }

            await using var scope = scopes.CreateAsyncScope();
            var teams = await scope.ServiceProvider.GetRequiredService<FactBotDbContext>().Teams.CountAsync(cancellationToken);
            return HealthCheckResult.Healthy($"Written and read; it holds {FactBot.Chat.Count.Of(teams, "team")}.");
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // The edge of a health check: whatever is wrong is the answer.
            return HealthCheckResult.Unhealthy($"It cannot be read: {e.Message}");
        }
    }
}
