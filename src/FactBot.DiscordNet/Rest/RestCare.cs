using FactBot.Discord;
using FactBot.Discord.Rest;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FactBot.DiscordNet.Rest;

/// <summary>What all calls share: the limits, Discord's time learned from responses, and the settings.</summary>
internal sealed record RestCare(
    GlobalLimit Everything,
    InvalidRequests Refusals,
    DiscordTime Discord,
    TimeProvider Time,
    IOptionsMonitor<DiscordOptions> Settings,
    ILogger<CarefulRestClient> Logger)
{
    public DiscordOptions Options => Settings.CurrentValue;
}
