using FactBot.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FactBot.Host.Operations;

/// <summary>Adapts a health check for /desk doctor.</summary>
internal sealed class HealthProbeCheck(string name, IHealthCheck check) : IHealthProbe
{
    public string Name => name;

    public async Task<string?> FindTroubleAsync(CancellationToken cancellationToken)
    {
        var result = await check.CheckHealthAsync(new HealthCheckContext(), cancellationToken);
        return result.Status == HealthStatus.Healthy ? null : result.Description ?? "it does not say why";
    }
}
