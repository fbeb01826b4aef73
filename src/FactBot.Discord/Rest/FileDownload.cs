using System.Net;
using Microsoft.Extensions.Options;

namespace FactBot.Discord.Rest;

/// <summary>Downloads attachments, without the token and never more than the allowed size.</summary>
internal sealed class FileDownload(IHttpClientFactory clients, IOptionsMonitor<DiscordOptions> options)
{
    public async Task<byte[]> DownloadAsync(Uri file, long maxBytes, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.CurrentValue.RequestTimeout, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            using var response = await clients.CreateClient(HttpClients.Files)
                .GetAsync(file, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (!response.IsSuccessStatusCode)
            {
                throw new DiscordApiException($"The file answered {(int)response.StatusCode}", response.StatusCode);
            }

            if (response.Content.Headers.ContentLength > maxBytes)
            {
                throw TooLarge(maxBytes);
            }

            await using var stream = await response.Content.ReadAsStreamAsync(either.Token);
            return await ReadAsync(stream, maxBytes, either.Token);
        }
        catch (Exception cause) when (RestPipeline.IsConnectionFailure(cause, cancellationToken))
        {
            throw new DiscordApiException("The file could not be fetched", inner: cause);
        }
    }

    private static async Task<byte[]> ReadAsync(Stream stream, long maxBytes, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(chunk, cancellationToken)) > 0)
        {
            // The Content-Length was only a claim, or wasn't there at all.
            if (bytes.Length + read > maxBytes)
            {
                throw TooLarge(maxBytes);
            }

            bytes.Write(chunk, 0, read);
        }
        return bytes.ToArray();
    }

    private static DiscordApiException TooLarge(long maxBytes) =>
        new($"The file is larger than {maxBytes} bytes", HttpStatusCode.RequestEntityTooLarge);
}
