namespace FactBot.Chat;

/// <summary>A file that came with a request; its bytes are fetched when they are asked for.</summary>
/// <param name="Name">The file's name as its owner gave it.</param>
/// <param name="Size">Its size in bytes, as the chat tells it.</param>
/// <param name="ReadAsync">Fetches the bytes.</param>
public sealed record AttachedFile(string Name, long Size, Func<CancellationToken, Task<byte[]>> ReadAsync);
