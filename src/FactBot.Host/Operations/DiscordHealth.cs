using System.Globalization;
using FactBot.Discord.Gateway;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FactBot.Host.Operations;

/// <summary>Checks that the gateway is connected and receives events, or says what is wrong.</summary>
internal sealed class DiscordHealth(IGateway gateway) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(gateway.State == GatewayState.Connected
            ? HealthCheckResult.Healthy(string.Create(
                CultureInfo.InvariantCulture, $"Connected; the last event came at {gateway.LastEventAt:u}."))
            : HealthCheckResult.Unhealthy($"{gateway.Trouble ?? "Connecting to Discord"}."));
}
