using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FactBot.Host.Operations;

/// <summary>Something that <c>/health/ready</c> looks at, by the name under which it tells it.</summary>
internal sealed record NamedCheck(string Name, IHealthCheck Check);
