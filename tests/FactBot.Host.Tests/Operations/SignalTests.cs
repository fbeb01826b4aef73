using System.Text.Json.Nodes;
using FactBot.Domain.Claims;
using FactBot.Host.Storage;
using FactBot.Host.Tests.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FactBot.Host.Tests.Operations;

/// <summary>What the bot tells of itself, and what it never tells.</summary>
public sealed class SignalTests
{
    /// <summary>In each word that a person writes somewhere, and in each name.</summary>
    private const string Marker = "Quillmarker";

    [Fact]
    public async Task No_log_trace_or_metric_holds_the_token_or_anybodys_words_whatever_fails()
    {
        using var kept = new KeptSignals();
        var saves = new FailingSave();
        await using var newsroom = await Newsroom.OpenAsync(change: services =>
        {
            services.AddSingleton<ILoggerProvider>(kept);
            services.PostConfigure<LoggerFilterOptions>(o =>
            {
                o.Rules.Clear();
                o.MinLevel = LogLevel.Trace;
            });
            services.ConfigureDbContext<SqliteFactBotDbContext>(options => options.AddInterceptors(saves));
        });
        await newsroom.Ada.AsksAsync("help");
        await newsroom.Client.PostAsync("people", new JsonObject { ["name"] = Marker, ["roles"] = new JsonArray("reviewer") });
        await WorkAsync(newsroom);
        saves.Fails = true;
        Assert.Contains("reference", (await newsroom.Fay.SubmitsAsync($"Here fails {Marker} with a save.")).Text, StringComparison.Ordinal);
        foreach (var fault in (string[])["http500", "rateLimit", "loseResponse", "disconnect"])
        {
            await newsroom.FaultAsync(fault, count: 2, ms: 100);
            await newsroom.Client.CommandAsync(Marker, "claim submit", new JsonObject { ["text"] = $"{Marker} said so during {fault}." });
        }

        await newsroom.Client.AdvanceAsync(TimeSpan.FromMinutes(2));
        kept.Observe();
        Assert.Contains(kept.Logs, line => line.Contains("An interaction failed", StringComparison.Ordinal));
        Assert.Contains(kept.Traces, line => line.StartsWith("interaction verdict publish Server", StringComparison.Ordinal));
        Assert.Contains(kept.Metrics, line => line.StartsWith("factbot.interactions 1", StringComparison.Ordinal));
        Assert.Contains(kept.Metrics, line => line.StartsWith("factbot.discord.gateway.disconnects 1", StringComparison.Ordinal));
        Assert.Contains(kept.Metrics, line => line.StartsWith("factbot.discord.gateway.latency ", StringComparison.Ordinal));
        Assert.All((string[])[Marker, "Bot sandbox"], word =>
        {
            Assert.DoesNotContain(kept.Logs, line => line.Contains(word, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(kept.Traces, line => line.Contains(word, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(kept.Metrics, line => line.Contains(word, StringComparison.OrdinalIgnoreCase));
        });
    }

    [Fact]
    public async Task Interactions_are_counted_by_command_and_outcome_with_the_time_to_their_first_answer()
    {
        using var kept = new KeptSignals();
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.Ben.AsksAsync("queue");
        await newsroom.Fay.AsksAsync("desk doctor");
        await newsroom.Fay.SubmitsAsync("The tram has 14 stops.");
        kept.Observe();
        Assert.All(
            (string[])[
                "factbot.interactions 1 factbot.command=queue factbot.interaction.type=ApplicationCommand factbot.interaction.outcome=replied",
                "factbot.interactions 1 factbot.command=desk doctor factbot.interaction.type=ApplicationCommand factbot.interaction.outcome=refused",
                "factbot.gateway.state 1 factbot.gateway.state=connected",
                "factbot.posts.overdue 0",
            ],
            line => Assert.Contains(kept.Metrics, m => m.Trim() == line));
        Assert.Contains(kept.Metrics, m => m.StartsWith("factbot.interaction.acknowledge.duration ", StringComparison.Ordinal) && m.Contains("factbot.command=queue", StringComparison.Ordinal));
        Assert.Contains(kept.Traces, t => t.Contains("url.template=/channels/{0}/messages http.response.status_code=200", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_rate_limit_that_a_first_answer_meets_is_counted()
    {
        using var kept = new KeptSignals();
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.Ben.AsksAsync("queue");
        await newsroom.FaultAsync("rateLimit", ms: 200);
        await newsroom.Ben.AsksAsync("queue");
        Assert.Contains(kept.Metrics, m => m.StartsWith("factbot.discord.rate_limits 1 http.request.method=POST url.template=/interactions/{0}/{1}/callback", StringComparison.Ordinal));
    }

    private static async Task WorkAsync(Newsroom newsroom)
    {
        await newsroom.Fay.FillsAsync(
            await newsroom.Fay.AsksAsync("article add"), ("title", $"{Marker} on trams"), ("text", $"{Marker} says that the tram has 14 stops."), ("publisher", Marker));
        await newsroom.Fay.AttachesAsync($"{Marker}.txt", System.Text.Encoding.UTF8.GetBytes($"{Marker} wrote a file."));
        await newsroom.Fay.AsksAsync("article add", ("url", $"https://{Marker}.invalid/{Marker}"));
        await newsroom.Fay.AsksAsync("claim submit", ("text", $"{Marker} says that the tram has 14 stops."), ("article", "1"), ("claimant", Marker));
        await newsroom.Ada.AsksAsync("triage", ("claim", Marker), ("action", "accept"));
        await newsroom.Ada.TriagesAsync(1, "accept");
        await newsroom.Ben.AsksAsync(
            "evidence add", ("claim", "1"), ("url", $"https://{Marker}.invalid/a?{Marker}"), ("stance", "refutes"), ("publisher", Marker), ("quote", $"So says {Marker}."));
        foreach (var reviewer in new[] { newsroom.Ben, newsroom.Chi, newsroom.Dee })
        {
            await reviewer.AsksAsync("vote", ("claim", "1"), ("rating", "false"), ("reason", $"{Marker} counted them."));
        }

        await newsroom.Ada.FillsAsync(
            await newsroom.Ada.AsksAsync("verdict publish", ("claim", "1")), ("summary", $"{Marker} is wrong."), ("explanation", $"We asked {Marker}."));
        await newsroom.Ada.AsksAsync("verdict retract", ("claim", "1"), ("reason", $"{Marker} was right."));
        await newsroom.Eli.UsesAsync("Submit as claim", await newsroom.Eli.WritesAsync($"{Marker} has a boat."));
        await newsroom.Fay.TypesAsync("claim show", "claim", Marker);
    }

    /// <summary>The next save of a claim fails.</summary>
    private sealed class FailingSave : SaveChangesInterceptor
    {
        public bool Fails { get; set; }

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (Fails && eventData.Context!.ChangeTracker.Entries<Claim>().Any(c => c.State == EntityState.Added))
            {
                Fails = false;
                throw new IOException("The disk is full.");
            }

            return ValueTask.FromResult(result);
        }
    }
}
