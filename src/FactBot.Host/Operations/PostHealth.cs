using FactBot.Chat;
using FactBot.Posts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FactBot.Host.Operations;

/// <summary>Whether posts go out: those that are due and could be made were made within five minutes.</summary>
internal sealed class PostHealth(IServiceScopeFactory scopes) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var due = scope.ServiceProvider.GetRequiredService<DuePosts>();
            var overdue = due.CountOverdue();
            return overdue == 0
                ? HealthCheckResult.Healthy($"None is overdue; {Count.Of(due.CountWaiting(), "post")} to go out.")
                : HealthCheckResult.Unhealthy($"{Count.Of(overdue, "post")} could have been made more than five minutes ago; the log tells what goes wrong, and /desk doctor what waits.");
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // The edge of one look: whatever is wrong is what was asked for.
            return HealthCheckResult.Unhealthy($"They cannot be counted: {e.Message}");
        }
    }
}
