using System.IO.Compression;

namespace FactBot.Pages;

/// <summary>Reads and decompresses a response's content, and enforces the size limit at every step.</summary>
internal static class PageBody
{
    /// <summary>The encodings that <see cref="ReadAsync"/> supports, for the Accept-Encoding header.</summary>
    public const string Encodings = "gzip, deflate, br";

    /// <summary>How many times content may be compressed. More than once is rare, and each layer adds a nested stream.</summary>
    private const int MaxEncodings = 2;

    /// <summary>Reads the content; null if it's larger than allowed, before, during or after decompression.</summary>
    /// <exception cref="InvalidDataException">The encoding is unknown, applied too often, or the data is damaged.</exception>
    public static async Task<byte[]?> ReadAsync(HttpContent content, int maxBytes, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > maxBytes)
        {
            return null;
        }

        if (content.Headers.ContentEncoding.Count > MaxEncodings)
        {
            throw new InvalidDataException($"The content is packed more than {MaxEncodings} times.");
        }

        Stream stream = new BoundedStream(await content.ReadAsStreamAsync(cancellationToken), maxBytes);
        foreach (var encoding in content.Headers.ContentEncoding.Reverse())
        {
            // Each layer's output is bounded too: a small input can expand hugely and then decompress to nothing.
            stream = new BoundedStream(Decompress(stream, encoding.Trim().ToLowerInvariant()), maxBytes);
        }

        await using (stream)
        {
            try
            {
                using var bytes = new MemoryStream();
                await stream.CopyToAsync(bytes, cancellationToken);
                return bytes.ToArray();
            }
            catch (TooLongException)
            {
                return null;
            }
            catch (InvalidOperationException e)
            {
                // BrotliStream throws this where the other streams throw InvalidDataException.
                throw new InvalidDataException("The content is damaged.", e);
            }
        }
    }

    private static Stream Decompress(Stream stream, string encoding) => encoding switch
    {
        "gzip" or "x-gzip" => new GZipStream(stream, CompressionMode.Decompress),
        "deflate" => new ZLibStream(stream, CompressionMode.Decompress),
        "br" => new BrotliStream(stream, CompressionMode.Decompress),
        "identity" => stream,
        _ => throw new InvalidDataException($"The content encoding {encoding} is not known."),
    };
}
