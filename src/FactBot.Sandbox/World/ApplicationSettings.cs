namespace FactBot.Sandbox.World;

/// <summary>What a developer sets about an application in Discord's portal, or with PATCH /applications/@me.</summary>
/// <remarks>https://docs.discord.com/developers/resources/application#edit-current-application</remarks>
internal sealed class ApplicationSettings
{
    /// <summary>Flags that grant privileged intents, as for an application in fewer than 100 servers.</summary>
    public const long Presences = 1 << 13;

    public const long Members = 1 << 15;

    public const long MessageContent = 1 << 19;

    /// <summary>All flags that the developer may set.</summary>
    public const long Settable = Presences | Members | MessageContent;

    public long Flags { get; set; }

    public string Description { get; set; } = "";

    public List<string> Tags { get; init; } = [];

    /// <summary>Where interactions are sent by HTTP; null while they go through the gateway.</summary>
    public string? InteractionsUrl { get; set; }

    /// <summary>The private key that signs them, in Base64; null until the first time it is needed.</summary>
    public string? PrivateKey { get; set; }
}
