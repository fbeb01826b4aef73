using FactBot.Chat;
using FactBot.Posts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FactBot.Host.Operations;

/// <summary>Checks that posts go out: that due work is looked for, and that no post is more than five minutes overdue.</summary>
internal sealed class PostHealth(IServiceScopeFactory scopes, DueWorkLoop loop, TimeProvider time) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (time.GetUtcNow() - loop.LookedAt > DuePosts.Late)
        {
            return HealthCheckResult.Unhealthy($"Nothing that is due was looked at since {loop.LookedAt:u}; the log tells what goes wrong.");
        }

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
            // The edge of a health check: whatever is wrong is the answer.
            return HealthCheckResult.Unhealthy($"They cannot be counted: {e.Message}");
        }
    }
}
