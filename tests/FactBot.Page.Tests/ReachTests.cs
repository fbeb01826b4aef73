using System.Net;
using FactBot.Sandbox;

namespace FactBot.Page.Tests;

public class ReachTests
{
    [Theory]
    [InlineData("/", "evil.example", null, HttpStatusCode.Forbidden)]
    [InlineData("/people", "evil.example:80", null, HttpStatusCode.Forbidden)]
    [InlineData("/people", null, "http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("/people", null, "null", HttpStatusCode.Forbidden)]
    [InlineData("/_blazor/negotiate?negotiateVersion=1", null, "http://localhost:1", HttpStatusCode.Forbidden)]
    [InlineData("/people", null, null, HttpStatusCode.OK)]
    [InlineData("/people", "localhost", null, HttpStatusCode.OK)]
    [InlineData("/", null, null, HttpStatusCode.OK)]
    public async Task Pages_of_other_origins_and_names_that_lead_here_are_refused(
        string path, string? host, string? origin, HttpStatusCode expected)
    {
        await using var sandbox = await SandboxHost.StartAsync(
            new SandboxOptions { NoBot = true, Bare = true }, null, TestContext.Current.CancellationToken);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(sandbox.Address, path));
        request.Headers.Host = host;
        if (origin is not null)
            request.Headers.Add("Origin", origin);

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(expected, response.StatusCode);
    }
}
