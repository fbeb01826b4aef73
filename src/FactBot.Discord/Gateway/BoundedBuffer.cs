using System.Buffers;

namespace FactBot.Discord.Gateway;

/// <summary>Collects a payload, and drops it if it exceeds the limit.</summary>
internal sealed class BoundedBuffer(int limit)
{
    private readonly ArrayBufferWriter<byte> content = new();
    private bool isOverfull;

    /// <summary>Empty if the payload was too large.</summary>
    public ReadOnlyMemory<byte> Content => isOverfull ? ReadOnlyMemory<byte>.Empty : content.WrittenMemory;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        isOverfull |= content.WrittenCount + bytes.Length > limit;
        if (!isOverfull)
        {
            content.Write(bytes);
        }
    }
}
