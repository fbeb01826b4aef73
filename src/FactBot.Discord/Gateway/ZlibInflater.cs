using System.IO.Compression;

namespace FactBot.Discord.Gateway;

/// <summary>One zlib context for everything a connection receives (zlib-stream).</summary>
/// <remarks>https://docs.discord.com/developers/events/gateway#zlibstream</remarks>
internal sealed class ZlibInflater : IDisposable
{
    private const uint SyncFlush = 0x0000FFFF;
    private readonly MemoryStream input = new();
    private readonly ZLibStream stream;
    private readonly byte[] chunk = new byte[16 * 1024];
    private uint lastFour;

    public ZlibInflater() => stream = new ZLibStream(input, CompressionMode.Decompress);

    /// <summary>Whether the input so far ends where Discord ends a payload.</summary>
    public bool IsAtEndOfPayload => lastFour == SyncFlush;

    /// <exception cref="InvalidDataException">The input isn't zlib, and nothing after it can be read either.</exception>
    public void Inflate(ReadOnlySpan<byte> compressed, BoundedBuffer output)
    {
        foreach (var octet in compressed[^Math.Min(4, compressed.Length)..])
        {
            lastFour = (lastFour << 8) | octet;
        }

        input.SetLength(0);
        input.Write(compressed);
        input.Position = 0;
        int read;
        while ((read = stream.Read(chunk)) > 0)
        {
            output.Append(chunk.AsSpan(0, read));
        }
    }

    public void Dispose() => stream.Dispose();
}
