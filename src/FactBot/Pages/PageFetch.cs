using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using FactBot.Domain.Articles;
using FactBot.Text.Addresses;
using Microsoft.Security.AntiSSRF;

namespace FactBot.Pages;

/// <summary>
/// Fetches a page from the web: within ten seconds, five megabytes and five redirects, only from public addresses, only if the
/// site's robots.txt allows it, and without cookies or credentials. Call it before starting a change, never during one.
/// </summary>
public sealed class PageFetch(IHttpClientFactory clients, PageReach reach, PageLimits limits, TimeProvider time)
{
    /// <summary>The size of the largest page, in bytes, before and after decompression.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    public const int MaxRedirects = 5;

    /// <summary>The longest address that is fetched, in characters; browsers and servers accept little more.</summary>
    private const int MaxAddress = 4_000;

    /// <summary>The name of the fetcher's <see cref="HttpClient"/>.</summary>
    internal const string ClientName = "pages";

    private static readonly string UserAgent =
        $"FactBot/{typeof(PageFetch).Assembly.GetName().Version?.ToString(2)} (+https://github.com/factbot/factbot)";

    /// <summary>Fetches the page unconditionally.</summary>
    public Task<PageResult> FetchAsync(Uri address, CancellationToken cancellationToken) => FetchAsync(address, PageVersion.None, cancellationToken);

    /// <summary>Fetches the page if it differs from the known version; with <see cref="PageVersion.None"/>, always.</summary>
    public async Task<PageResult> FetchAsync(Uri address, PageVersion known, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(limits.Fetching, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await FollowAsync(address, known, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return PageResult.FailedForNow($"{ShownHost.Of(address)} did not send the page in time.");
        }
        catch (AntiSSRFException)
        {
            return PageResult.Failed($"{ShownHost.Of(address)} leads to an address that is not on the public web.");
        }
        catch (InvalidDataException)
        {
            return PageResult.Failed($"{ShownHost.Of(address)} sent the page in a form that cannot be read.");
        }
        catch (Exception e) when (e is IOException or SocketException or HttpRequestException { HttpRequestError: not HttpRequestError.SecureConnectionError })
        {
            return PageResult.FailedForNow($"{ShownHost.Of(address)} could not be reached.");
        }
        catch (Exception e) when (e is HttpRequestException or AuthenticationException
            or ArgumentException or InvalidOperationException or NotSupportedException or FormatException)
        {
            // Sockets and headers throw the last four for invalid addresses and responses.
            return PageResult.Failed($"{ShownHost.Of(address)} could not be reached.");
        }
    }

    internal static void Configure(HttpClient client)
    {
        client.Timeout = Timeout.InfiniteTimeSpan;
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "text/html, application/xhtml+xml, application/pdf;q=0.9, text/plain;q=0.9, */*;q=0.5");
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", PageBody.Encodings);
    }

    private async Task<PageResult> FollowAsync(Uri address, PageVersion known, CancellationToken cancellationToken)
    {
        var at = WithoutSecrets(address);
        var robots = new Dictionary<string, Robots?>();
        for (var redirects = 0; redirects <= MaxRedirects; redirects++)
        {
            if (!IsOfTheWeb(at))
            {
                return PageResult.Failed($"{ShownHost.Of(address)} leads to something that is no web page.");
            }

            if (!reach.AllowsPortOf(at))
            {
                return PageResult.Failed($"{ShownHost.Of(at.IdnHost)} uses port {at.Port}, and FactBot only reads pages at port {string.Join(" or ", reach.Ports)}.");
            }

            if (!reach.MayTry(at))
            {
                return PageResult.Failed($"{ShownHost.Of(at)} could not be reached.");
            }

            var site = at.GetLeftPart(UriPartial.Authority);
            if (!robots.TryGetValue(site, out var rules))
            {
                robots[site] = rules = await FindRobotsAsync(at, cancellationToken);
            }

            if (rules is null)
            {
                return PageResult.FailedForNow($"{ShownHost.Of(at)} could not say whether programs may read that page (its robots.txt answered with an error).");
            }

            if (!rules.Allows(at))
            {
                return PageResult.Failed($"{ShownHost.Of(at)} does not want programs to read that page (its robots.txt says so).");
            }

            using var response = await SendAsync(at, known, cancellationToken);
            if (FindNext(at, response) is not { } next)
            {
                return await ReadAsync(at, known, response, cancellationToken);
            }

            at = next;
        }

        return PageResult.Failed($"{ShownHost.Of(address)} redirects more than {MaxRedirects} times.");
    }

    /// <summary>Gets the rules of the page's site; null if the site can't provide them now, which forbids everything.</summary>
    private async Task<Robots?> FindRobotsAsync(Uri page, CancellationToken cancellationToken)
    {
        var at = new Uri(page, "/robots.txt");
        for (var redirects = 0; redirects <= MaxRedirects && IsOfTheWeb(at) && reach.MayTry(at); redirects++)
        {
            using var response = await SendAsync(at, PageVersion.None, cancellationToken);
            if (FindNext(at, response) is { } next)
            {
                at = next;
                continue;
            }

            return (int)response.StatusCode >= 500 || response.StatusCode == HttpStatusCode.TooManyRequests
                ? null
                : response.IsSuccessStatusCode && await PageBody.ReadAsync(response.Content, Robots.MaxBytes, cancellationToken) is { } bytes
                ? Robots.Parse(bytes)
                : Robots.AllowAll;
        }

        return Robots.AllowAll;
    }

    private async Task<HttpResponseMessage> SendAsync(Uri address, PageVersion known, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (known.ETag is { } tag)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        if (known.LastModified is { } modified)
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        }

        return await clients.CreateClient(ClientName).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private async Task<PageResult> ReadAsync(Uri address, PageVersion known, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        if (!response.IsSuccessStatusCode)
        {
            return status switch
            {
                // After a request without a version, a 304 means nothing.
                304 when known != PageVersion.None => PageResult.Unchanged,
                401 or 402 or 403 or 451 => PageResult.Failed($"{ShownHost.Of(address)} does not show that page to everybody (status {status})."),
                404 or 410 => PageResult.Failed($"{ShownHost.Of(address)} has no such page (status {status})."),
                408 or 425 or 429 or >= 500 => PageResult.FailedForNow($"{ShownHost.Of(address)} answered with an error (status {status})."),
                _ => PageResult.Failed($"{ShownHost.Of(address)} answered with an error (status {status})."),
            };
        }

        var type = response.Content.Headers.ContentType;
        return await PageBody.ReadAsync(response.Content, MaxBytes, cancellationToken) is { } bytes
            ? PageResult.Of(new FetchedPage(
                address, type?.MediaType?.ToLowerInvariant(), type?.CharSet?.Trim('"'), bytes, VersionOf(response), time.GetUtcNow()))
            : PageResult.Failed($"The page at {ShownHost.Of(address)} is larger than {MaxBytes / 1024 / 1024} MB.");
    }

    private static PageVersion VersionOf(HttpResponseMessage response) => new(
        response.Headers.ETag?.ToString(),
        response.Content.Headers.LastModified?.ToString("r", System.Globalization.CultureInfo.InvariantCulture));

    private static bool IsOfTheWeb(Uri address) =>
        (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.AbsoluteUri.Length <= MaxAddress;

    /// <summary>Returns a redirect's target without any user name and password in it; null if it's not a redirect.</summary>
    private static Uri? FindNext(Uri at, HttpResponseMessage response) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location
        && Uri.TryCreate(at, location, out var next)
            ? WithoutSecrets(next)
            : null;

    private static Uri WithoutSecrets(Uri address) => IsOfTheWeb(address)
        ? new UriBuilder(address) { UserName = "", Password = "", Fragment = "" }.Uri
        : address;
}
