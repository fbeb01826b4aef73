using FactBot.Chat;
using FactBot.Domain;
using FactBot.Tests.Audit;
using FactBot.Tests.Pages;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Tests.Chat;

/// <summary>Every button, menu and form that is ever shown, used twice at once and once more later, does what one use does.</summary>
public sealed class DoublePressTests(ITestOutputHelper output)
{
    private const string Sentence = "The harbour bridge carries four lanes of traffic, a tramway and two footpaths across the bay.";
    private const string Other = "It cost 12 million crowns and took three years to build.";

    /// <summary>What makes a page long enough to be taken for an article.</summary>
    private const string More = "People came from all over the town to see it. They stood in the rain for hours and talked about what it had been like before. Nobody seemed to mind the wait, and in the evening there was music on both banks.";

    /// <summary>
    /// Who makes what there is to press: in how many places buttons, forms and menus, and what stands on them. Whoever adds one
    /// says so here, and shows it in one of the stories.
    /// </summary>
    private static readonly Dictionary<string, (int Buttons, int Forms, int Menus, string[] Labels)> Known = new()
    {
        ["AddArticle"] = (3, 1, 0, ["Give its text", "Add it all the same", "Show article {0}", "Add an article"]),
        ["AddEvidence"] = (1, 1, 0, ["Add source", "Add a source to {0}"]),
        ["AddMessageAsEvidence"] = (0, 1, 0, ["Add this message as evidence"]),
        ["ApproveProposal"] = (1, 0, 0, ["Approve {0}"]),
        ["AssignReviewer"] = (0, 0, 1, ["Choose a reviewer for {0}"]),
        ["CastVote"] = (1, 1, 1, ["Vote", "Vote on {0}", "Vote on one of them"]),
        ["ConfirmDuplicate"] = (1, 0, 0, ["Read its verdict"]),
        ["CorrectVerdict"] = (0, 1, 0, ["Correct the verdict on {0}"]),
        ["DropProposal"] = (1, 0, 0, ["Drop {0}"]),
        ["EditEvidence"] = (0, 1, 0, ["Source {0} of {1}"]),
        ["FetchAgain"] = (1, 0, 0, ["Fetch again"]),
        ["ForgetMe"] = (1, 0, 0, ["Erase it"]),
        ["MatchLine"] = (2, 0, 0, ["Verdict on {0}", "Show {0}"]),
        ["Page"] = (1, 0, 0, ["Next", "Previous"]),
        ["PublishVerdict"] = (1, 1, 0, ["Publish", "Verdict on {0}: {1}"]),
        ["RetractVerdict"] = (1, 0, 0, ["Retract it"]),
        ["SetupGuide"] = (4, 1, 1,
        [
            "Create what is missing", "Next: roles", "Use one channel and go on", "Use one channel", "Choose channels", "Back",
            "Next: times and rules", "Check again", "Set up FactBot · step 3 of 3", "{0}",
        ]),
        ["ShowArticle"] = (2, 0, 0, ["Read its text", "Back to its claims", "Suggest claims"]),
        ["ShowClaim"] = (0, 0, 1, ["Look at one of them"]),
        ["SplitClaim"] = (1, 0, 0, ["Split {0}", "#{0} is a duplicate of {1}"]),
        ["SuggestClaims"] = (2, 1, 0, ["Choose which to submit", "Suggest more", "Submit claims from article {0}"]),
        ["SuggestDuplicates"] = (4, 0, 0, ["Same as {0}", "Submit anyway", "{0}: same as {1}", "{0}: submit anyway"]),
        ["TakeClaim"] = (1, 0, 0, ["Take"]),
        ["TriageClaim"] = (1, 1, 0, ["Accept", "Reject", "Duplicate", "Split", "Reject {0}", "{0} is a duplicate"]),
        ["UpvoteClaim"] = (1, 0, 0, ["Want"]),
    };

    private readonly List<string> faults = [];
    private readonly HashSet<string> tried = [];
    private readonly HashSet<string> seen = [];
    private Form? filled;

    [Fact]
    public void Every_place_that_makes_something_to_press_is_known_here() => Assert.Equal(
        Known.Where(k => k.Value.Buttons + k.Value.Forms + k.Value.Menus > 0).Select(k => $"{k.Key}: {k.Value.Buttons} buttons, {k.Value.Forms} forms, {k.Value.Menus} menus").Order(),
        PressMakers.Find().Select(m => $"{m.Key}: {m.Value.Buttons} buttons, {m.Value.Forms} forms, {m.Value.Menus} menus").Order());

    [Fact]
    public async Task A_second_press_of_any_button_does_nothing_and_says_so()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await using var web = await TestWeb.OpenAsync();
        web.With("/bridge", PageOf("The bridge", $"{Sentence} {Other}"));
        await TryAllAsync(desk, await desk.RunAsync(desk.Ada, "article add", ("url", new Uri(web.Address, "/bridge").AbsoluteUri)));
        await TryAsync(desk, Press.Of(desk, "article add"), desk.Fay);
        await TryAllAsync(desk, await desk.RunAsync(desk.Fay, "article suggest", ("article", "1")), desk.Fay);
        await TryAllAsync(desk, await desk.RunAsync(desk.Fay, "article show", ("article", "1")), desk.Fay);
        await TryAllAsync(desk, await desk.RunAsync(desk.Fay, "article show", ("article", "1"), ("view", "text")), desk.Fay);
        await TryAllAsync(desk, await desk.RunAsync(desk.Fay, "claim submit", ("text", Stories.Text)));
        await TryAllAsync(desk, await desk.RunAsync(desk.Gus, "claim submit", ("text", "The plan has 28 points!")));
        await TryAllAsync(desk, await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "accept")));
        (await desk.AddsSourceAsync(desk.Ben, "1", new Uri(web.Address, "/none").AbsoluteUri)).Answer();
        await desk.Archive.SettleAsync(CancellationToken.None);
        desk.Clock.Advance(TimeSpan.FromMinutes(5));
        await TryAllAsync(desk, await desk.RunAsync(desk.Ben, "evidence show", ("claim", "1"), ("source", "1")));
        await TryAsync(desk, Press.Of(desk, "evidence edit", ("claim", "1"), ("source", "1")), desk.Ben);
        await TryAsync(desk, new Press("Add as evidence", "message 77", person => desk.PointsAsync(person, desk.Gus, "I saw it.", 77)), desk.Dee);
        await TryAllAsync(desk, await desk.AssignsAsync(desk.Chi));
        desk.Clock.Advance(TimeSpan.FromHours(80));
        await TryAllAsync(desk, await desk.RunAsync(desk.Chi, "queue"), desk.Chi);
        await desk.VoteAllAsync("true");
        await TryAllAsync(desk, await desk.RunAsync(desk.Ada, "claim show", ("claim", "1")));
        (await desk.PublishesAsync()).Answer();
        await TryAllAsync(desk, await desk.RunAsync(desk.Ada, "claim list"));
        await TryAsync(desk, Press.Of(desk, "verdict correct", ("claim", "1")), desk.Ada);
        (await desk.CorrectsAsync(desk.Ada)).Answer();
        await TryAllAsync(desk, await desk.RunAsync(desk.Hal, "claim show", ("claim", "1")));
        await TryAllAsync(desk, await desk.RunAsync(desk.Gus, "claim submit", ("text", "The plan has 28 points!")));
        var offered = await desk.RunAsync(desk.Fay, "claim submit", ("text", "The plan has 28 points!!"));
        await TryAllAsync(desk, await desk.PressesAsync(desk.Fay, offered.Buttons[0]), desk.Fay);
        await TryAllAsync(desk, await desk.RunAsync(desk.Ada, "verdict retract", ("claim", "1"), ("reason", "Wrong")));
        await TryAllAsync(desk, await desk.RunAsync(desk.Ada, "help"));
        await TryAllAsync(desk, await desk.RunAsync(desk.Fay, "me forget"));
        Report(["SetupGuide"], isSetup: false, but: ["#{0} is a duplicate of {1}", "Add it all the same", "Give its text", "Show article {0}", "Suggest more", "{0}: same as {1}", "{0}: submit anyway", "Show {0}", "Next", "Previous"]);
    }

    [Fact]
    public async Task A_second_press_about_articles_and_suggestions_does_nothing_and_says_so()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await using var web = await TestWeb.OpenAsync();
        var page = new Uri(web.Address, "/bridge").AbsoluteUri;
        await TryAllAsync(desk, await desk.RunAsync(desk.Fay, "article add", ("url", page)), desk.Fay);
        web.With("/bridge", PageOf("The bridge", $"{Sentence} {Other}"));
        (await desk.RunAsync(desk.Fay, "article add", ("url", page))).Answer();
        web.With("/bridge", PageOf("The tram", "The tram runs every ten minutes and carried 40,000 passengers on its first day in 2024. It stops at 14 places on both banks of the river, and the ride takes half an hour.", string.Concat(Enumerable.Repeat("Whoever has a ticket for the old line can use it until it runs out. ", 300))));
        var another = await desk.RunAsync(desk.Fay, "article add", ("url", page));
        await TryAllAsync(desk, another, desk.Fay, desk.Gus);
        (await desk.PressesAsync(desk.Fay, another.Buttons[1])).Answer();
        await TryAllAsync(desk, await desk.RunAsync(desk.Fay, "article show", ("article", "2"), ("view", "text"), ("page", "2")), desk.Fay);

        (await desk.RunAsync(desk.Gus, "claim submit", ("text", Other))).Answer();
        var list = await desk.RunAsync(desk.Fay, "article suggest", ("article", "1"));
        await TryAllAsync(desk, list, desk.Fay, desk.Ada);
        var form = (await desk.PressesAsync(desk.Fay, list.Buttons[0])).Form!;
        var asked = await desk.FillAsync(desk.Fay, form, ("sentences", string.Join('\n', form.Fields[0].Choices.Select(c => c.Value))));
        Assert.Contains(asked.Buttons, b => b.Label.Format == "{0}: same as {1}");
        await TryAllAsync(desk, asked, desk.Fay);
        web.With("/harbour", PageOf("The harbour", "The harbour is 9 metres deep and 300 ships a year come into it. Its two quays were built in 1931 and hold 40 cranes, of which 12 are no longer in use."));
        (await desk.RunAsync(desk.Fay, "article add", ("url", new Uri(web.Address, "/harbour").AbsoluteUri))).Answer();
        form = (await desk.PressesAsync(desk.Fay, (await desk.RunAsync(desk.Fay, "article suggest", ("article", "3"))).Buttons[0])).Form!;
        await TryAllAsync(desk, await Press.FillAsync(desk, desk.Fay, form), desk.Fay);
        await TryAllAsync(desk, await desk.RunAsync(desk.Gus, "claim find", ("text", Other)), desk.Gus);
        await desk.SubmitsAsync(desk.Gus, $"{Other} Nobody was hurt while the piers were sunk.");
        var whole = await desk.LookAsync(db => db.Claims.MaxAsync(c => c.Number));
        await TryAllAsync(desk, await desk.RunAsync(desk.Ada, "triage", ("claim", $"{whole}"), ("action", "split"), ("parts", $"{Other}\nNobody was hurt while the piers were sunk.")), desk.Ada);
        Report([], isSetup: false, only: ["AddArticle", "SuggestClaims", "SplitClaim", "SuggestDuplicates", "Page"], but: ["Split {0}", "Add an article", "Same as {0}", "Submit anyway"]);
        Assert.Contains("Show {0}", seen);
    }

    [Fact]
    public async Task A_second_press_of_any_button_of_the_setup_does_nothing_and_says_so()
    {
        await using var desk = await TestDesk.BareAsync();
        desk.Chat.MayCreate = true;
        await TryAllAsync(desk, await desk.RunAsync(desk.Ada, "setup"), desk.Ada);
        var channels = desk.Chat.Channels.Count;
        Assert.Equal(0, channels % 3);
        await TryAllAsync(desk, await desk.RunAsync(desk.Ada, "setup", ("step", "new-channels")), desk.Ada);
        await TryAllAsync(desk, await desk.RunAsync(desk.Ada, "setup", ("step", "roles")), desk.Ada);
        await TryAllAsync(desk, await desk.RunAsync(desk.Ada, "setup", ("step", "new-roles")), desk.Ada);
        await TryAllAsync(desk, await desk.RunAsync(desk.Ada, "setup", ("step", "channels"), ("verdicts", "101"), ("review", "101")), desk.Ada);
        desk.Chat.States[TestDesk.Review] = new(IsThere: false, []);
        var form = (await desk.RunAsync(desk.Ada, "setup", ("step", "rules"))).Form!;
        await TryAllAsync(desk, await Press.FillAsync(desk, desk.Ada, form), desk.Ada);
        await TryAllAsync(
            desk, await desk.RunAsync(desk.Ada, "setup", ("review", "101"), ("verdicts", "101"), ("digest", "103"), ("reviewers", "201"), ("editors", "202"), ("zone", "Europe/Kyiv"), ("time", "09:00")), desk.Ada);
        Report([], isSetup: true, only: ["SetupGuide"]);
        // Each press that made channels made each of them once.
        Assert.Equal(desk.Chat.Channels.Count, desk.Chat.Channels.Select(c => c.Id).Distinct().Count());
        Assert.Equal(0, desk.Chat.Channels.Count % 3);
    }

    private static string PageOf(string title, string text, string more = More) =>
        $"<html><head><title>{title}</title></head><body><article><p>{text}</p><p>{more}</p></article></body></html>";

    /// <summary>What was seen is what is known, both ways; <paramref name="but"/> is seen in another story.</summary>
    private void Report(string[] without, bool isSetup, string[]? only = null, string[]? but = null)
    {
        output.WriteLine(string.Join('\n', tried.Order()));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        var known = Known.Where(k => !without.Contains(k.Key) && only?.Contains(k.Key) != false).SelectMany(k => k.Value.Labels).ToHashSet();
        Assert.Equal("", string.Join(", ", known.Except(but ?? []).Except(seen)));
        Assert.Empty(isSetup ? [] : seen.Except(Known.Values.SelectMany(k => k.Labels)));
    }

    private async Task TryAllAsync(TestDesk desk, Reply reply, params Person[] people)
    {
        await desk.SettleAsync();
        foreach (var press in Press.In(desk, reply))
        {
            seen.Add(press.Label);
            foreach (var person in people.Length > 0 ? people : [desk.Ada, desk.Ben, desk.Fay, desk.Gus, desk.Hal])
            {
                if (tried.Add($"{press.Key} by {person.Name} of {await StateAsync(desk)}"))
                {
                    await TryAsync(desk, press, person);
                }
            }
        }
    }

    private async Task TryAsync(TestDesk desk, Press press, Person person)
    {
        using var before = Save(desk);
        var untouched = Dump(desk, withUses: false);
        filled = null;
        await DoAsync(desk, press, person);
        var (once, uses) = (Dump(desk, withUses: true), Dump(desk, withUses: false));
        Restore(desk, before);
        if (uses == untouched)
        {
            // It only showed something, as it does each time.
            return;
        }

        var both = await Task.WhenAll(Task.Run(() => DoAsync(desk, press, person)), Task.Run(() => DoAsync(desk, press, person)));
        var twice = Dump(desk, withUses: true);
        desk.Clock.Advance(TimeSpan.FromSeconds(5));
        var later = await DoAsync(desk, press, person);
        var name = $"{press.Label} ({press.Key}) by {person.Name}";
        Check(once == twice, $"{name}, twice at once: did something twice: {DifferenceOf(once, twice)}");
        Check(twice == Dump(desk, withUses: true), $"{name}, later: did it again: {DifferenceOf(twice, Dump(desk, withUses: true))}");
        Check(IsShown(both[0]) || both.Any(IsDone), $"{name}, twice at once: {string.Join(" | ", both)}");
        Check(IsShown(later) || IsDone(later), $"{name}, later: {later}");
        Restore(desk, before);
    }

    private void Check(bool isSo, string fault) => faults.AddRange(isSo ? [] : [fault]);

    private static bool IsDone(string answer) =>
        answer.Contains("already", StringComparison.Ordinal) || answer.Contains("nothing", StringComparison.OrdinalIgnoreCase) || answer.Contains("forgotten", StringComparison.Ordinal);

    /// <summary>A step of the setup shows what is chosen, however often it's pressed.</summary>
    private static bool IsShown(string answer) => answer.StartsWith("Set up FactBot", StringComparison.Ordinal);

    /// <summary>Presses, and fills the form where one opens: the next times with what was filled in the first time.</summary>
    private async Task<string> DoAsync(TestDesk desk, Press press, Person person)
    {
        var reply = await press.DoAsync(person);
        if (reply.Form is { } form)
        {
            seen.Add((filled ??= form).Title.Format);
            reply = await Press.FillAsync(desk, person, filled);
        }

        return reply.Text?.ToString() ?? reply.Card?.Title.ToString() ?? "a form";
    }

    private static async Task<string> StateAsync(TestDesk desk) =>
        string.Join(',', await desk.LookAsync(db => Task.FromResult(db.Claims.OrderBy(c => c.Number).Select(c => c.Stage.ToString()).ToList())));

    /// <summary>All rows, without what differs from one time to the next: ids, salts, hashes and the requests' names.</summary>
    /// <param name="withUses">Whether with how many costly commands were used, which also rise where something is only shown.</param>
    private static string Dump(TestDesk desk, bool withUses)
    {
        using var raw = new RawTables(desk);
        var lines = new List<string>();
        foreach (var table in raw.Read("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%Claim_%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'").Select(r => (string)r[0]!).Where(t => t is not ("Reviewers" or "OpenErasures") && (withUses || t != "QuotaUses")))
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
