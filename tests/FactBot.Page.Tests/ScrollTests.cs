using Microsoft.Playwright;

namespace FactBot.Page.Tests;

public class ScrollTests(Browser browser) : IClassFixture<Browser>
{
    // Goes up a step, waits until the first message that is shown is another one, and notes all that are shown.
    private const string ToTheBeginning = """
        async list => {
          const seen = [];
          let most = 0;
          for (;;) {
            const shown = [...list.querySelectorAll('article .text')].map(text => Number(text.innerText.replace('Message ', '')));
            most = Math.max(most, shown.length);
            seen.unshift(...shown.filter(number => seen.length === 0 || number < seen[0]));
            if (!list.querySelector('.earlier')) break;
            const first = list.querySelector('ol > li');
            for (let frame = 0; list.querySelector('ol > li') === first && list.querySelector('.earlier'); frame++) {
              if (frame === 3600) return [seen.length, 0, most];
              list.scrollTo(0, -list.scrollHeight);
              await new Promise(requestAnimationFrame);
            }
          }
          return [seen.length, seen.every((number, place) => number === place) ? 1 : 0, most];
        }
        """;

    [Fact]
    public async Task A_channel_of_ten_thousand_messages_scrolls_from_its_end_to_its_beginning_and_misses_none()
    {
        await using var visit = await Visit.BeginAsync(browser);
        visit.Fill("newsroom", 10_000);
        var tab = await visit.TabAsync("Fay");
        var list = tab.Page.Locator(".scroller");

        await tab.ReadAsync("Message 9999");
        Assert.Equal(50, await tab.Messages.CountAsync());
        var (seen, inOrder, most) = await GoToTheBeginningAsync(list);
        Assert.Equal((10_000, true, 150), (seen, inOrder, most));

        await tab.Page.GetByText("This is the beginning of #newsroom").WaitForAsync();
        await list.EvaluateAsync("list => list.scrollTo(0, 0)");
        await tab.ReadAsync("Message 199");
        await tab.Button("Jump to the present").ClickAsync();
        await tab.ReadAsync("Message 9999");
        await tab.WriteAsync("And one more");
        await tab.ReadAsync("And one more");
    }

    [Fact]
    public async Task Who_looks_back_stays_there_while_others_write_and_returns_by_writing()
    {
        await using var visit = await Visit.BeginAsync(browser);
        visit.Fill("newsroom", 400);
        var tab = await visit.TabAsync("Fay");
        var list = tab.Page.Locator(".scroller");
        await tab.ReadAsync("Message 399");

        await list.EvaluateAsync("list => list.scrollTo(0, -400)");
        var place = tab.Messages.Filter(new() { HasText = "Message 375" });
        var before = (await place.BoundingBoxAsync())!.Y;
        await visit.Client.WriteAsync("Ben", "newsroom", "Said meanwhile\nin two lines");
        await tab.ReadAsync("Said meanwhile");
        Assert.Equal(before, (await place.BoundingBoxAsync())!.Y, 1.0);

        await GoToTheBeginningAsync(list);
        await tab.Page.GetByText("You are reading older messages.").WaitForAsync();
        await tab.WriteAsync("Here I am again");
        await tab.ReadAsync("Here I am again");
        await Assertions.Expect(tab.Page.GetByText("You are reading older messages.")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Messages_that_follow_each_other_stand_under_one_name_and_each_day_under_its_date()
    {
        await using var visit = await Visit.BeginAsync(browser);
        visit.Fill("newsroom", 2);
        await visit.Client.WriteAsync("Fay", "newsroom", "Another person");
        var tab = await visit.TabAsync("Fay");

        await Assertions.Expect(await tab.ReadAsync("Message 0")).ToContainTextAsync("Ben");
        await Assertions.Expect(await tab.ReadAsync("Message 1")).Not.ToContainTextAsync("Ben");
        await Assertions.Expect(await tab.ReadAsync("Another person")).ToContainTextAsync("Fay");
        await visit.Client.AdvanceAsync(TimeSpan.FromDays(1));
        await tab.WriteAsync("The next day");
        await Assertions.Expect(await tab.ReadAsync("The next day")).ToContainTextAsync("Fay");
        await Assertions.Expect(tab.Page.Locator(".day")).ToHaveTextAsync(["November 22, 2026", "November 23, 2026"]);
    }

    private static async Task<(int Seen, bool InOrder, int Most)> GoToTheBeginningAsync(ILocator list)
    {
        var found = await list.EvaluateAsync<int[]>(ToTheBeginning);
        return (found[0], found[1] == 1, found[2]);
    }
}
