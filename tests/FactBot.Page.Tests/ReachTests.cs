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

    [Fact]
    public async Task A_sandbox_that_was_told_to_listen_on_all_addresses_is_reached_by_them_and_still_by_no_other_origin()
    {
        var options = SandboxArguments.Read(["--port", "0", "--listen", "0.0.0.0", "--no-bot", "--bare"]).Options!;
        Assert.Equal(IPAddress.Loopback, SandboxArguments.Read([]).Options!.Listen);
        Assert.Contains("IP address", SandboxArguments.Read(["--listen", "here"]).Fault, StringComparison.Ordinal);
        await using var sandbox = await SandboxHost.StartAsync(options, null, TestContext.Current.CancellationToken);
        using var http = new HttpClient();

        Assert.Equal("127.0.0.1", sandbox.Address.Host);
        Assert.Equal(HttpStatusCode.OK, await AskAsync("192.0.2.7", "http://192.0.2.7"));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync("192.0.2.7", "http://evil.example"));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync("evil.example", null));

        async Task<HttpStatusCode> AskAsync(string host, string? origin)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(sandbox.Address, "/people"));
            request.Headers.Host = host;
            if (origin is not null)
                request.Headers.Add("Origin", origin);
            using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
            return response.StatusCode;
        }
    }
}
