using System.IO.Compression;

namespace FactBot.Pages;

/// <summary>Reads an answer's content, decompressed, and never more than was allowed, at any step on the way.</summary>
internal static class PageBody
{
    /// <summary>What <see cref="ReadAsync"/> understands, for the header Accept-Encoding.</summary>
    public const string Encodings = "gzip, deflate, br";

    /// <summary>How often content may be packed: more than once is rare, and each is a stream within the next.</summary>
    private const int MaxEncodings = 2;

    /// <summary>The content; null where it is larger than allowed, before, while or after it is decompressed.</summary>
    /// <exception cref="InvalidDataException">It is compressed in a way that is not known, too often, or damaged.</exception>
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
            // What comes out of each is bounded too: a little can unfold to much that unfolds to nothing.
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
}
