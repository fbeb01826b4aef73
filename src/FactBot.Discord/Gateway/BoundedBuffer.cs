using System.Buffers;

namespace FactBot.Discord.Gateway;

/// <summary>Collects a payload, and lets go of one that grows beyond measure.</summary>
internal sealed class BoundedBuffer(int limit)
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private bool _isOverfull;

    /// <summary>Empty when it was too much.</summary>
    public ReadOnlyMemory<byte> Content => _isOverfull ? ReadOnlyMemory<byte>.Empty : _bytes.WrittenMemory;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        _isOverfull |= _bytes.WrittenCount + bytes.Length > limit;
        if (!_isOverfull)
            _bytes.Write(bytes);
    }
}
