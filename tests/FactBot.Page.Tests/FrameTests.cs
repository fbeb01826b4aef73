using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace FactBot.Page.Tests;

/// <summary>How soon an answer is on screen: a measurement, played only where FACTBOT_FRAMES is set.</summary>
public class FrameTests(Browser browser) : IClassFixture<Browser>
{
    private const int Clicks = 60;
    private const int WarmUp = 10;

    // The moments at which the browser paints a personal message that was added to the list, in milliseconds of Unix time.
    private const string Watch = """
        () => {
          window.painted = [];
          new MutationObserver(changes => changes.some(change => [...change.addedNodes].some(node => node.querySelector?.('.ephemeral')))
            && requestAnimationFrame(() => painted.push(performance.timeOrigin + performance.now())))
            .observe(document.querySelector('.messages ol'), { childList: true });
        }
        """;

    [Theory]
    [InlineData(0)]
    [InlineData(10_000)]
    public async Task Milliseconds_from_an_answers_arriving_at_the_sandbox_to_its_frame(int messagesBefore)
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("FACTBOT_FRAMES") is null, "Set FACTBOT_FRAMES to measure.");
        await using var visit = await Visit.BeginAsync(browser);
        visit.Fill("review", messagesBefore);
        await visit.Client.CommandAsync("Fay", "claim submit", new JsonObject { ["text"] = "The line has 14 stops" });
        var tab = await visit.TabAsync("Ben", "review");
        // Only an editor accepts: each press is answered with a refusal, and changes nothing.
        var accept = (await tab.ReadAsync("#1 · Submitted")).GetByRole(AriaRole.Button, new() { Name = "Accept" });
        await tab.Page.EvaluateAsync(Watch);
        var waits = new List<double>();
        for (var click = 0; click < Clicks; click++)
        {
            var arriving = visit.NextAnswerAsync("Ben");
            await accept.ClickAsync();
            var arrived = await arriving;
            await tab.Page.WaitForFunctionAsync("count => painted.length > count", click);
            waits.Add(await tab.Page.EvaluateAsync<double>("painted.at(-1)") - arrived);
            await tab.Button("Dismiss message").ClickAsync();
            await Assertions.Expect(tab.Button("Dismiss message")).ToHaveCountAsync(0);
        }

        var sorted = waits.Skip(WarmUp).Order().ToList();
        TestContext.Current.SendDiagnosticMessage(string.Create(
            CultureInfo.InvariantCulture,
            $"{messagesBefore} messages before: median {sorted[sorted.Count / 2]:0.0} ms, p95 {sorted[sorted.Count * 95 / 100]:0.0} ms, worst {sorted[^1]:0.0} ms"));
    }
}
