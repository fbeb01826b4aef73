namespace FactBot.Sandbox.World;

/// <summary>A user of the pretend Discord: a person, or the bot itself.</summary>
internal sealed record Person(string Id, string Name, bool Bot = false);
