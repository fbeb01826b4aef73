using FactBot.Discord;
using FactBot.Discord.Rest;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FactBot.DiscordNet.Rest;

/// <summary>What is shared by all calls: the limits they keep to, Discord's time that they tell, and the settings.</summary>
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
