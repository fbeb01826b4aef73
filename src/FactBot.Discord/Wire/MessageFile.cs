namespace FactBot.Discord.Wire;

/// <summary>A file to upload. Discord accepts 10 MiB each and 25 MiB together.</summary>
public sealed record MessageFile(string Name, string ContentType, ReadOnlyMemory<byte> Content);
