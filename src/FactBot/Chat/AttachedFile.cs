namespace FactBot.Chat;

/// <summary>A file attached to a request; its bytes are fetched on demand.</summary>
/// <param name="Name">The file's name as its owner gave it.</param>
/// <param name="Size">Its size in bytes, as reported by the chat.</param>
/// <param name="ReadAsync">Fetches the bytes.</param>
public sealed record AttachedFile(string Name, long Size, Func<CancellationToken, Task<byte[]>> ReadAsync);
