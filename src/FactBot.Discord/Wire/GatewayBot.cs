namespace FactBot.Discord.Wire;

/// <summary>The gateway's address, and how many sessions may still be started: GET /gateway/bot.</summary>
public sealed record GatewayBot
{
    public string Url { get; set; } = "";
    public int Shards { get; init; }
    public SessionStartLimit SessionStartLimit { get; set; } = new();
}

/// <summary>The Identify budget. Beyond it, Discord ends every session and resets the token.</summary>
public sealed record SessionStartLimit
{
    public int Total { get; set; } = 1000;
    public int Remaining { get; set; } = 1000;

    /// <summary>Milliseconds until the budget is full again.</summary>
    public long ResetAfter { get; init; }

    /// <summary>Identifies allowed per 5 seconds.</summary>
    public int MaxConcurrency { get; set; } = 1;
}
