using FactBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FactBot.Host.Operations;

/// <summary>Whether the database can be read.</summary>
internal sealed class DatabaseHealth(IServiceScopeFactory scopes) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var teams = await scope.ServiceProvider.GetRequiredService<DeskContext>().Teams.CountAsync(cancellationToken);
            return HealthCheckResult.Healthy($"Read; it holds {FactBot.Chat.Count.Of(teams, "team")}.");
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // The edge of one look: whatever is wrong is what was asked for.
            return HealthCheckResult.Unhealthy($"It cannot be read: {e.Message}");
        }
    }
}
