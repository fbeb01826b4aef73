using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FactBot.Discord;
using FactBot.Discord.Interactions;
using FactBot.Host.Operations;
using FactBot.Host.Tests.Stories;
using FactBot.Posts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace FactBot.Host.Tests.Operations;

public sealed class HealthTests : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = FreeAddress.Find() };

    [Fact]
    public async Task A_connected_bot_with_its_database_is_ready()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.Ada.AsksAsync("help");
        var (status, ready) = await AskAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("Healthy", (string?)ready["status"]);
        Assert.StartsWith("Connected; the last event came at 2026-11-22 10:0", (string?)ready["discord"]!["about"], StringComparison.Ordinal);
        Assert.Equal("Written and read; it holds 1 team.", (string?)ready["database"]!["about"]);
    }

    [Fact]
    public async Task Without_discord_it_lives_but_is_not_ready_and_says_why()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.Ada.AsksAsync("help");
        await newsroom.FaultAsync("http500", count: 100);
        await newsroom.FaultAsync("invalidSession");
        await Newsroom.UntilAsync(async () =>
        {
            var (status, ready) = await AskAsync("/health/ready");
            return status == HttpStatusCode.ServiceUnavailable
                && (string?)ready["discord"]!["about"] == "Waiting for Discord to name its gateway.";
        });
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/health/live")).Status);

        await newsroom.FaultAsync("http500", count: 0);
        newsroom.Leap(TimeSpan.FromMinutes(2));
        await Newsroom.UntilAsync(async () => (await AskAsync("/health/ready")).Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Without_its_tables_it_is_not_ready()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.Ada.AsksAsync("help");
        newsroom.Database.Change("ALTER TABLE Teams RENAME TO Elsewhere");
        var (status, ready) = await AskAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("no such table", (string?)ready["database"]!["about"], StringComparison.Ordinal);
        Assert.Equal("Healthy", (string?)ready["discord"]!["status"]);
    }

    [Fact]
    public async Task With_a_post_that_could_have_gone_out_long_ago_it_is_not_ready()
    {
        await using var newsroom = await OpenAsync(services => services.Configure<DiscordOptions>(o => o.RequestTimeout = TimeSpan.FromMinutes(5)));
        await newsroom.Ada.AsksAsync("help");
        // Discord takes its time for the card.
        await newsroom.FaultAsync("slow", count: 100, ms: 1_200_000);
        await newsroom.Fay.SubmitsAsync("The tram has 14 stops.");
        newsroom.Leap(TimeSpan.FromMinutes(6));
        await Newsroom.UntilAsync(async () => ((string?)(await AskAsync("/health/ready")).Body["posts"]!["about"])!
            .StartsWith("1 post could have been made more than five minutes ago", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await AskAsync("/health/ready")).Status);
    }

    [Fact]
    public async Task Where_nobody_looks_at_what_is_due_it_is_not_ready()
    {
        await using var newsroom = await OpenAsync(services => services.Remove(
            services.Single(s => s.ServiceType == typeof(IHostedService) && s.ImplementationFactory?.Method.ReturnType == typeof(DueWorkLoop))));
        await newsroom.Ada.AsksAsync("help");
        newsroom.Leap(TimeSpan.FromMinutes(6));
        var (status, ready) = await AskAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.StartsWith("Nothing that is due was looked at since 2026-11-22 10:0", (string?)ready["posts"]!["about"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_taken_stops_the_start_with_a_sentence()
    {
        await using var newsroom = await OpenAsync();
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => OpenAsync());
        Assert.Contains("address already in use", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("FACTBOT_Web__Url", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_http_an_address_is_needed()
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => Newsroom.OpenAsync(change: services => services
            .Configure<DiscordOptions>(o => (o.Interactions, o.PublicKey) = (InteractionDelivery.Http, new string('a', 64)))));
        Assert.Contains("Web:Url must be set", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_settings_that_are_wrong_are_named_at_once()
    {
        using var host = FactBotHost.CreateBuilder(["--Discord:Token=", "--Web:Url=nonsense", "--Storage:Path="]).Build();
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartFactBotAsync(CancellationToken.None));
        Assert.All((string[])["Discord:Token", "Web:Url", "Storage:Path"], name =>
            Assert.Contains(refusal.Failures, failure => failure.StartsWith(name, StringComparison.Ordinal)));
    }

    public void Dispose() => http.Dispose();

    private Task<Newsroom> OpenAsync(Action<IServiceCollection>? change = null) => Newsroom.OpenAsync(change: services =>
    {
        services.Configure<WebOptions>(o => o.Url = http.BaseAddress!.ToString());
        change?.Invoke(services);
    });

    private async Task<(HttpStatusCode Status, JsonObject Body)> AskAsync(string path)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        return (response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonObject>())!);
    }
}
