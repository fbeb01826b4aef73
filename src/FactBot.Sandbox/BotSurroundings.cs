namespace FactBot.Sandbox;

/// <summary>What a bot needs to know about the sandbox it runs in.</summary>
/// <param name="ApiUrl">The base URL of the pretend Discord's REST API, including the version:
/// <c>http://127.0.0.1:5180/api/v10</c>.</param>
/// <param name="Token">The bot's token.</param>
/// <param name="DataFolder">An existing folder that outlives a restart of the bot.</param>
/// <param name="Clock">The clock, shared with the sandbox.</param>
public sealed record BotSurroundings(Uri ApiUrl, string Token, string DataFolder, TimeProvider Clock);

/// <summary>Creates the bot that runs in the sandbox; called at the start and for each restart.</summary>
public delegate IBot BotFactory(BotSurroundings surroundings);
