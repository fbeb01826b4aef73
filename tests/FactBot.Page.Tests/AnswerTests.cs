using System.Text.Json.Nodes;
using FactBot.Domain.Claims;
using FactBot.Host.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FactBot.Page.Tests;

public class AnswerTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task A_bot_that_takes_its_time_is_thinking_until_it_answers()
    {
        var saves = new HeldSaves();
        await using var visit = await Visit.BeginAsync(browser, change: services =>
            services.ConfigureDbContext<SqliteFactBotDbContext>(options => options.AddInterceptors(saves)));
        var tab = await visit.TabAsync("Fay");
        saves.Hold();

        await tab.RunAsync("claim submit", ("text", "The line has 14 stops"));
        await Assertions.Expect(await tab.ReadAsync("FactBot is thinking…")).ToContainTextAsync("Fay used /claim submit");
        saves.Release();
        await Assertions.Expect(await tab.ReadAsync("Claim #1 is submitted")).Not.ToContainTextAsync("is thinking");
    }

    [Fact]
    public async Task A_bot_that_does_not_answer_in_time_has_failed()
    {
        await using var visit = await Visit.BeginAsync(browser);
        await visit.Client.CommandAsync("Fay", "claim submit", new JsonObject { ["text"] = "The line has 14 stops" });
        var tab = await visit.TabAsync("Ada", "review");
        var card = await tab.ReadAsync("#1 · Submitted");
        var accept = card.GetByRole(AriaRole.Button, new() { Name = "Accept" });

        await tab.MakeFaultAsync("Silence for 10 seconds", "held back for 10 seconds");
        await accept.ClickAsync();
        await Assertions.Expect(accept).ToBeDisabledAsync();
        await Assertions.Expect(accept).ToHaveAttributeAsync("aria-busy", "true");
        await Assertions.Expect(card).ToContainTextAsync("This interaction failed");
        await Assertions.Expect(accept).ToBeEnabledAsync();

        await visit.Client.PostAsync("stage/faults", new JsonObject { ["kind"] = "silence", ["ms"] = 60_000 });
        await tab.RunAsync("queue");
        await tab.Page.GetByText("The application did not respond").WaitForAsync();
        await tab.Button("Dismiss").ClickAsync();
        await Assertions.Expect(tab.Page.GetByText("The application did not respond")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_message_tells_who_used_which_command_and_that_it_was_edited()
    {
        await using var visit = await Visit.BeginAsync(browser);
        var tab = await visit.TabAsync("Fay");

        await tab.RunAsync("claim submit", ("text", "The line has 14 stops"));
        var answer = await tab.ReadAsync("Claim #1 is submitted");
        await Assertions.Expect(answer).ToContainTextAsync("Fay used /claim submit");
        await Assertions.Expect(answer).ToContainTextAsync("Only you can see this");
        await tab.OpenAsync("#review");
        await Assertions.Expect(await tab.ReadAsync("#1 · Submitted")).Not.ToContainTextAsync("(edited)");
        await visit.Client.CommandAsync("Ada", "triage", new JsonObject { ["claim"] = "1", ["action"] = "accept" });
        await Assertions.Expect(await tab.ReadAsync("#1 · Open")).ToContainTextAsync("(edited)");
    }

    [Fact]
    public async Task A_channel_where_something_was_said_is_marked_until_it_is_opened()
    {
        await using var visit = await Visit.BeginAsync(browser);
        var tab = await visit.TabAsync("Fay");
        await visit.Client.WriteAsync("Ben", "digest", "Good morning");

        var unread = tab.Page.GetByRole(AriaRole.Button, new() { Name = "#digest has new messages" });
        await unread.ClickAsync();
        await tab.ReadAsync("Good morning");
        await Assertions.Expect(unread).ToHaveCountAsync(0);
    }

    /// <summary>Holds up the next save of a claim until it is let go.</summary>
    private sealed class HeldSaves : SaveChangesInterceptor
    {
        private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private bool holds;

        public void Hold() => holds = true;

        public void Release() => released.SetResult();

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (holds && eventData.Context!.ChangeTracker.Entries<Claim>().Any())
                await released.Task;
            return result;
        }
    }
}
