using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FactBot.Host.Operations;

/// <summary>A check of <c>/health/ready</c>, and the name it is reported under.</summary>
internal sealed record NamedCheck(string Name, IHealthCheck Check);
