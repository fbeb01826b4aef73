using System.Buffers;

namespace FactBot.Discord.Gateway;

/// <summary>Collects a payload, and lets go of one that grows beyond measure.</summary>
internal sealed class BoundedBuffer(int limit)
{
    private readonly ArrayBufferWriter<byte> content = new();
    private bool isOverfull;

    /// <summary>Empty when it was too much.</summary>
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
