using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FactBot.Documents;

/// <summary>The protocol between the two processes: a four-byte little-endian length, then that many bytes of JSON.</summary>
internal static class DocumentFrames
{
    /// <summary>In bytes. Leaves room for a text of a million characters at its longest, or a five-megabyte document.</summary>
    public const int MaxLength = 32 * 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync<T>(Stream stream, T message, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(message, Json);
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, json.Length);
        await stream.WriteAsync(length, cancellationToken);
        await stream.WriteAsync(json, cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    /// <summary>Reads the next message; null if the stream ended before it.</summary>
    /// <exception cref="InvalidDataException">It's longer than any message can be, or isn't a message.</exception>
    /// <exception cref="EndOfStreamException">The stream ended within it.</exception>
    public static async Task<T?> ReadAsync<T>(Stream stream, CancellationToken cancellationToken)
        where T : class
    {
        var length = new byte[sizeof(int)];
        if (await stream.ReadAtLeastAsync(length, length.Length, throwOnEndOfStream: false, cancellationToken) < length.Length)
        {
            return null;
        }

        var size = BinaryPrimitives.ReadInt32LittleEndian(length);
        if (size is < 0 or > MaxLength)
        {
            throw new InvalidDataException("The message is longer than any can be.");
        }

        var json = new byte[size];
        await stream.ReadExactlyAsync(json, cancellationToken);
        try
        {
            return JsonSerializer.Deserialize<T>(json, Json) ?? throw new InvalidDataException("The message is empty.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("The message cannot be understood.", e);
        }
    }
}
