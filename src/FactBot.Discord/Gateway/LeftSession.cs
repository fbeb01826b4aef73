namespace FactBot.Discord.Gateway;

/// <summary>What has to be known to resume a session in another process.</summary>
/// <param name="Sequence">Of the last event that was dealt with; null before the first.</param>
/// <param name="Ready">The JSON of the READY with which it began: who resumes it gets none.</param>
public sealed record LeftSession(string Id, string ResumeUrl, long? Sequence, string Ready);
