namespace FactBot.Sandbox.World;

/// <summary>A file that was attached somewhere, as the pretend Discord's CDN serves it.</summary>
internal sealed record StoredFile(string Id, string ChannelId, string Name, string ContentType, byte[] Content);
