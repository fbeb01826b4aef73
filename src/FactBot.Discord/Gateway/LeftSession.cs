namespace FactBot.Discord.Gateway;

/// <summary>What another process needs to resume a session.</summary>
/// <param name="Sequence">The number of the last event that was handled; null before the first.</param>
/// <param name="Ready">The JSON of the READY it started with, because a resumed session doesn't get one.</param>
public sealed record LeftSession(string Id, string ResumeUrl, long? Sequence, string Ready);
