namespace FactBot.Sandbox.World;

/// <summary>An attached file, as the pretend Discord's CDN serves it.</summary>
internal sealed record StoredFile(string Id, string ChannelId, string Name, string ContentType, byte[] Content);
