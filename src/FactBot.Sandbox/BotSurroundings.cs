namespace FactBot.Sandbox;

/// <summary>What a bot is told about the sandbox it lives in.</summary>
/// <param name="ApiUrl">Where the pretend Discord's REST side begins, with the version:
/// <c>http://127.0.0.1:5180/api/v10</c>.</param>
/// <param name="Token">The bot's token.</param>
/// <param name="DataFolder">An existing folder that outlives a restart of the bot.</param>
/// <param name="Clock">The time, shared with the sandbox.</param>
public sealed record BotSurroundings(Uri ApiUrl, string Token, string DataFolder, TimeProvider Clock);

/// <summary>Makes the bot that lives in the sandbox; called once at the start and once for each restart.</summary>
public delegate IBot BotFactory(BotSurroundings surroundings);
