using FactBot.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FactBot.Host.Operations;

/// <summary>Adapts a health check for /desk doctor.</summary>
internal sealed class HealthVital(string name, IHealthCheck check) : IVital
{
    public string Name => name;

    public async Task<string?> FindTroubleAsync(CancellationToken cancel)
    {
        var result = await check.CheckHealthAsync(new HealthCheckContext(), cancel);
        return result.Status == HealthStatus.Healthy ? null : result.Description ?? "it does not say why";
    }
}
