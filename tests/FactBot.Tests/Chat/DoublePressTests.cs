using FactBot.Chat;
using FactBot.Tests.Audit;
using FactBot.Tests.Pages;
using Microsoft.Data.Sqlite;

namespace FactBot.Tests.Chat;

/// <summary>Every button that is ever shown, pressed twice at once and once more later, does what one press does.</summary>
public sealed class DoublePressTests(ITestOutputHelper output)
{
    private readonly List<string> faults = [];
    private readonly HashSet<string> tried = [];

    [Fact]
    public async Task A_second_press_of_any_button_does_nothing_and_says_so()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await using var web = await TestWeb.OpenAsync();
        web.With("/bridge", "<html><head><title>The bridge</title></head><body><article><p>The harbour bridge carries four lanes of traffic, a tramway and two footpaths across the bay. It cost 12 million crowns and took three years to build.</p></article></body></html>");
        await TryAllAsync(desk, await desk.RunAsync(desk.Ada, "article add", ("url", new Uri(web.Address, "/bridge").AbsoluteUri)));
        await TryAllAsync(desk, await desk.RunAsync(desk.Fay, "article suggest", ("article", "1")));
        await TryAllAsync(desk, await desk.RunAsync(desk.Fay, "claim submit", ("text", Stories.Text)));
        await TryAllAsync(desk, await desk.RunAsync(desk.Gus, "claim submit", ("text", "The plan has 28 points!")));
        await TryAllAsync(desk, await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "accept")));
        (await desk.AddsSourceAsync(desk.Ben, "1", new Uri(web.Address, "/none").AbsoluteUri)).Answer();
        await desk.Archive.SettleAsync(CancellationToken.None);
        desk.Clock.Advance(TimeSpan.FromMinutes(5));
        await TryAllAsync(desk, await desk.RunAsync(desk.Ben, "evidence show", ("claim", "1"), ("source", "1")));
        await TryAllAsync(desk, await desk.AssignsAsync(desk.Chi));
        desk.Clock.Advance(TimeSpan.FromHours(80));
        await TryAllAsync(desk, await desk.RunAsync(desk.Ben, "queue"));
        await desk.VoteAllAsync("true");
        await TryAllAsync(desk, await desk.RunAsync(desk.Ada, "claim show", ("claim", "1")));
        (await desk.PublishesAsync()).Answer();
        await TryAllAsync(desk, await desk.RunAsync(desk.Ada, "claim show", ("claim", "1")));
        (await desk.CorrectsAsync(desk.Ada)).Answer();
        await TryAllAsync(desk, await desk.RunAsync(desk.Hal, "claim show", ("claim", "1")));
        await TryAllAsync(desk, await desk.RunAsync(desk.Gus, "claim submit", ("text", "The plan has 28 points!")));
        await TryAllAsync(desk, await desk.RunAsync(desk.Ada, "verdict retract", ("claim", "1"), ("reason", "Wrong")));
        await TryAllAsync(desk, await desk.RunAsync(desk.Ada, "desk doctor"));
        await TryAllAsync(desk, await desk.RunAsync(desk.Ada, "setup"));
        await TryAllAsync(desk, await desk.RunAsync(desk.Ada, "help"));
        await TryAllAsync(desk, await desk.RunAsync(desk.Fay, "me forget"));

        output.WriteLine(string.Join('\n', tried.Order()));
        Assert.True(tried.Count > 15, $"only {tried.Count} buttons were pressed");
        Assert.Empty(faults);
    }

    private async Task TryAllAsync(TestDesk desk, Reply reply)
    {
        await desk.SettleAsync();
        Button[] shown = [.. reply.Buttons, .. reply.Card?.Buttons ?? [], .. desk.Chat.Messages.SelectMany(m => m.Message.Card?.Buttons ?? [])];
        foreach (var button in shown)
        {
            foreach (var person in new[] { desk.Ada, desk.Ben, desk.Fay, desk.Gus, desk.Hal })
            {
                if (tried.Add($"{button.Command} {string.Join(' ', button.Options.Select(o => $"{o.Name}:{o.Value}"))} by {person.Name} of {await StateAsync(desk)}"))
                {
                    await TryAsync(desk, button, person);
                }
            }
        }
    }

    private async Task TryAsync(TestDesk desk, Button button, Person person)
    {
        using var before = Save(desk);
        var untouched = Dump(desk);
        await DoAsync(desk, button, person);
        var once = Dump(desk);
        Restore(desk, before);
        if (once == untouched)
        {
            return;
        }

        var both = await Task.WhenAll(Task.Run(() => DoAsync(desk, button, person)), Task.Run(() => DoAsync(desk, button, person)));
        var twice = Dump(desk);
        desk.Clock.Advance(TimeSpan.FromSeconds(5));
        var later = await DoAsync(desk, button, person);
        var name = $"{button.Label} ({button.Command}) by {person.Name}";
        Check(once == twice, $"{name}, twice at once: did something twice: {DifferenceOf(once, twice)}");
        Check(twice == Dump(desk), $"{name}, later: did it again: {DifferenceOf(twice, Dump(desk))}");
        Check(both.Any(IsDone), $"{name}, twice at once: {string.Join(" | ", both)}");
        Check(IsDone(later), $"{name}, later: {later}");
        Restore(desk, before);
    }

    private void Check(bool isSo, string fault) => faults.AddRange(isSo ? [] : [fault]);

    private static bool IsDone(string answer) =>
        answer.Contains("already", StringComparison.Ordinal) || answer.Contains("nothing", StringComparison.OrdinalIgnoreCase) || answer.Contains("forgotten", StringComparison.Ordinal);

    /// <summary>Presses, and fills the form where one opens.</summary>
    private static async Task<string> DoAsync(TestDesk desk, Button button, Person person)
    {
        var reply = await desk.PressesAsync(person, button);
        if (reply.Form is { } form)
        {
            reply = await desk.FillAsync(person, form, [.. form.Fields.Where(f => f.Name != "file").Select(f => (f.Name, ValueOf(f)))]);
        }

        return reply.Text?.ToString() ?? reply.Card?.Title.ToString() ?? "a form";
    }

    private static string ValueOf(FormField field) => field switch
    {
        { Choices: [var first, ..] } => first.Value,
        { Name: "url" } => "https://example.org/pressed",
        { Name: "parts" } => "The first part of it.\nThe second part of it.",
        { Name: "of" or "claim" } => "1",
        { Name: "quote" } => "Some words",
        _ => field.Value ?? "Some words that say something of the matter.",
    };

    private static async Task<string> StateAsync(TestDesk desk) =>
        string.Join(',', await desk.LookAsync(db => Task.FromResult(db.Claims.OrderBy(c => c.Number).Select(c => c.Stage.ToString()).ToList())));

    /// <summary>All rows, without what differs from one time to the next: ids, salts, hashes and the requests' names.</summary>
    private static string Dump(TestDesk desk)
    {
        using var raw = new RawTables(desk);
        var lines = new List<string>();
        foreach (var table in raw.Read("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%Claim_%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'").Select(r => (string)r[0]!).Where(t => t is not ("Reviewers" or "OpenErasures")))
        {
            var columns = raw.Read($"SELECT name FROM pragma_table_info('{table}')").Select(r => (string)r[0]!)
                .Where(c => c is not ("Id" or "WhoSalt" or "WhoHash" or "Hash" or "Previous" or "RequestId" or "AuditHead" or "Key" or "ContentHash" or "Details" or "DetailsHash")).ToList();
            lines.AddRange(raw.Read($"SELECT {string.Join(", ", columns.Select(c => $"\"{c}\""))} FROM \"{table}\"").Select(r => $"{table}: {string.Join(" | ", r)}").Order(StringComparer.Ordinal));
        }

        return string.Join('\n', lines);
    }

    private static string DifferenceOf(string one, string other) =>
        string.Join("; ", other.Split('\n').Except(one.Split('\n')).Take(3)) + $" ({other.Split('\n').Length - one.Split('\n').Length} rows more)";

    private static SqliteConnection Save(TestDesk desk)
    {
        var saved = new SqliteConnection("Data Source=:memory:");
        saved.Open();
        using var file = Open(desk);
        file.BackupDatabase(saved);
        return saved;
    }

    private static void Restore(TestDesk desk, SqliteConnection saved)
    {
        using var file = Open(desk);
        saved.BackupDatabase(file);
    }

    private static SqliteConnection Open(TestDesk desk)
    {
        var file = new SqliteConnection($"Data Source={desk.DatabasePath};Pooling=False");
        file.Open();
        return file;
    }
}
