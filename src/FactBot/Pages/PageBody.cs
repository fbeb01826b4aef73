using System.IO.Compression;

namespace FactBot.Pages;

/// <summary>Reads an answer's content, decompressed, and never more than was allowed.</summary>
internal static class PageBody
{
    /// <summary>What <see cref="ReadAsync"/> understands, for the header Accept-Encoding.</summary>
    public const string Encodings = "gzip, deflate, br";

    /// <summary>The content; null where it is larger than allowed, before or after it was decompressed.</summary>
    /// <exception cref="InvalidDataException">It is compressed in a way that is not known, or damaged.</exception>
    public static async Task<byte[]?> ReadAsync(HttpContent content, int maxBytes, CancellationToken cancel)
    {
        if (content.Headers.ContentLength > maxBytes)
        {
            return null;
        }

        var stream = await content.ReadAsStreamAsync(cancel);
        foreach (var encoding in content.Headers.ContentEncoding.Reverse())
        {
            stream = Decompress(stream, encoding.Trim().ToLowerInvariant());
        }

        await using (stream)
        {
            try
            {
                return await ReadAsync(stream, maxBytes, cancel);
            }
            catch (InvalidOperationException e)
            {
                // What BrotliStream throws where its siblings throw InvalidDataException.
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

    private static async Task<byte[]?> ReadAsync(Stream stream, int maxBytes, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        var chunk = new byte[32 * 1024];
        int read;
        while ((read = await stream.ReadAsync(chunk, cancel)) > 0)
        {
            if (bytes.Length + read > maxBytes)
            {
                return null;
            }

            bytes.Write(chunk, 0, read);
        }

        return bytes.ToArray();
    }
}
