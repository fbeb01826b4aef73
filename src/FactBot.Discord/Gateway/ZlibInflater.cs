using System.IO.Compression;

namespace FactBot.Discord.Gateway;

/// <summary>One zlib context for all that a connection receives (zlib-stream).</summary>
/// <remarks>https://docs.discord.com/developers/events/gateway#zlibstream</remarks>
internal sealed class ZlibInflater : IDisposable
{
    private const uint SyncFlush = 0x0000FFFF;
    private readonly MemoryStream _input = new();
    private readonly ZLibStream _stream;
    private readonly byte[] _chunk = new byte[16 * 1024];
    private uint _lastFour;

    public ZlibInflater() => _stream = new ZLibStream(_input, CompressionMode.Decompress);

    /// <summary>Whether what came so far ends where Discord ends a payload.</summary>
    public bool IsAtEndOfPayload => _lastFour == SyncFlush;

    /// <exception cref="InvalidDataException">It is not zlib, and nothing that follows can be read either.</exception>
    public void Inflate(ReadOnlySpan<byte> compressed, BoundedBuffer output)
    {
        foreach (var octet in compressed[^Math.Min(4, compressed.Length)..])
            _lastFour = (_lastFour << 8) | octet;

        _input.SetLength(0);
        _input.Write(compressed);
        _input.Position = 0;
        int read;
        while ((read = _stream.Read(_chunk)) > 0)
            output.Append(_chunk.AsSpan(0, read));
    }

    public void Dispose() => _stream.Dispose();
}
