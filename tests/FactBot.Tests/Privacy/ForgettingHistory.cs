using System.Globalization;
using FactBot.Chat;
using FactBot.Claims;
using FactBot.Matching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace FactBot.Tests.Privacy;

/// <summary>
/// Random people do random things, mention each other and are forgotten, while the chat fails at times and the bot is killed.
/// Every text bears a word that stands in no other, so that each can be looked for.
/// </summary>
internal sealed class ForgettingHistory : IAsyncDisposable
{
    private static readonly Stage[] NotTaken = [Stage.Submitted, Stage.Withdrawn, Stage.Rejected, Stage.Duplicate];
    private static readonly string[] Ratings = ["true", "mostly-true", "mixed", "false"];

    private readonly Random random;
    private readonly int seed;
    private readonly Kill kill;
    private readonly TestDesk desk;
    private readonly List<Written> written = [];
    private readonly List<string> gone = [];
    private readonly List<Person> forgotten = [];
    private int words;
    private int messages = 70;
    private int articles;

    private ForgettingHistory(int seed, TestDesk desk, Kill kill) => (this.seed, random, this.desk, this.kill) = (seed, new Random(seed), desk, kill);

    /// <summary>How often somebody was forgotten, the bot was killed, and texts had to go.</summary>
    public (int Forgotten, int Killed, int Gone) Counts => (forgotten.Count, kills, gone.Count);

    private int kills;

    private Person[] Here => [.. new[] { desk.Ada, desk.Hal, desk.Ben, desk.Chi, desk.Dee, desk.Eli, desk.Fay, desk.Gus }.Except(forgotten)];

    public static async Task<ForgettingHistory> PlayAsync(int seed)
    {
        var kill = new Kill();
        var desk = await TestDesk.SetUpAsync(services => services.AddSingleton<IInterceptor>(kill));
        var history = new ForgettingHistory(seed, desk, kill);
        try
        {
            await history.PlayAsync();
            return history;
        }
        catch
        {
            await history.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    private async Task PlayAsync()
    {
        // Asked under the chat's lock.
        var whims = new Random(seed);
        desk.Chat.Whim = isEdit => whims.Next(6) != 0 ? null
            : isEdit && whims.Next(3) == 0 ? ChatTrouble.EditRefused
            : whims.Next(3) == 0 ? ChatTrouble.ChannelClosed : ChatTrouble.Passing;
        desk.Chat.LosesAnswers = () => whims.Next(8) == 0;
        desk.Chat.RemembersNonces = random.Next(2) == 0;
        await desk.RunAsync(desk.Ada, "settings", ("rule", "dissent-names"), ("value", random.Next(2) == 0 ? "on" : "off"));
        var steps = random.Next(15, 40);
        for (var i = 0; i < steps; i++)
        {
            await StepAsync();
            if (random.Next(4) == 0)
            {
                await PassTimeAsync(TimeSpan.FromMinutes(random.Next(1, 1200)));
            }

            if (random.Next(12) == 0 && forgotten.Count < 3)
            {
                await ForgetAsync();
            }
        }

        await ForgetAsync();
        await CheckAsync();
    }

    private async Task StepAsync()
    {
        var claims = await desk.LookAsync(db => db.ClaimsWhole.AsNoTracking().OrderByDescending(c => c.Number).Take(4).ToListAsync());
        var claim = claims.Count == 0 || random.Next(6) == 0 ? null : OneOf(claims);
        var who = Here;
        switch (claim?.Stage)
        {
            case null when random.Next(4) == 0:
                var by = OneOf(who);
                var pasted = Text(by, "article");
                await FillAsync(by, await desk.RunAsync(by, "article add"), ("title", $"Title {pasted.Word}"), ("text", $"{pasted.Text}. Nobody knows more of it."));
                articles++;
                break;
            case null:
                await SubmitAsync(OneOf(who));
                break;
            case Stage.Submitted when random.Next(2) == 0:
                await DoAsync(OneOf(desk.Ada, desk.Hal), "triage", claim, ("action", "accept"));
                break;
            case Stage.Agreed or Stage.Disputed when random.Next(3) > 0:
                await PublishAsync(claim);
                break;
            case Stage.Open when random.Next(2) == 0:
                await DoAsync(OneOf(who), "vote", claim, ("rating", OneOf(Ratings[..2])), ("reason", Text(null, "vote").Text));
                break;
            default:
                await DoSomethingAsync(claim, OneOf(who));
                break;
        }
    }

    private async Task DoSomethingAsync(Claim claim, Person person)
    {
        switch (random.Next(18))
        {
            case 0: await DoAsync(person, "evidence add", claim, ("url", $"https://site{words++}.example/"), ("stance", "supports"), ("quote", Text(null, "record").Text)); break;
            case 1: await DoAsync(person, "evidence strike", claim, ("source", "1"), ("reason", Text(null, "record").Text)); break;
            case 2: await EvidenceAsync(claim, person); break;
            case 3: await DoAsync(desk.Ada, "assign", claim, ("reviewer", $"{OneOf(Here).Id}")); break;
            case 4: await DoAsync(person, "decline", claim, ("reason", Text(null, "decline").Text)); break;
            case 5: await DoAsync(person, "recuse", claim, ("reason", Text(null, "recuse").Text)); break;
            case 6: await DoAsync(person, "hand-over", claim, ("to", $"{OneOf(Here).Id}")); break;
            case 7: await DoAsync(person, "claim want", claim); break;
            case 8: await DoAsync(desk.Hal, "triage", claim, ("action", "reject"), ("reason", Text(null, "record").Text)); break;
            case 9: await DoAsync(desk.Hal, "triage", claim, ("action", "duplicate"), ("of", "1")); break;
            case 10: await DoAsync(person, "claim withdraw", claim); break;
            case 11: await DoAsync(person, "claim reopen", claim, ("reason", Text(null, "record").Text)); break;
            case 12: await DoAsync(person, "verdict retract", claim, ("reason", Text(null, "record").Text)); break;
            case 13: await FillAsync(person, await DoAsync(person, "verdict correct", claim), ("rating", OneOf(Ratings)), ("summary", Text(null, "record").Text), ("explanation", "We looked."), ("reason", Text(null, "record").Text)); break;
            case 14: await DoAsync(person, "verdict approve", claim); break;
            case 15: await desk.RunAsync(person, "me digest", ("send", "on")); break;
            case 16: await desk.RunAsync(person, "me topics", ("topics", "trams, boats")); break;
            default: await DoAsync(OneOf(desk.Ada, desk.Hal), "digest now", claim); break;
        }
    }

    private async Task SubmitAsync(Person person)
    {
        var text = Text(person, "claim");
        var article = articles > 0 && random.Next(3) == 0 ? random.Next(1, articles + 1) : 0;
        if (article > 0)
        {
            // Quoted from it, word for word.
            var body = await desk.LookAsync(db => db.Articles.Where(a => a.Number == article).Select(a => a.Text).FirstOrDefaultAsync()) ?? "";
            text = text with { Text = body.Split('.')[0] + "." };
        }

        (string, string)[] options = article == 0 ? [("text", text.Text), ("claimant", $"Claimant {text.Word}")] : [("text", text.Text), ("article", $"{article}")];
        var reply = await desk.RunAsync(person, "claim submit", options);
        if (reply.Card?.Buttons.FirstOrDefault(b => b.Command == "claim submit") is { } anyway && random.Next(2) == 0)
        {
            await desk.RunAsync(person, anyway.Command, [.. anyway.Options.Select(o => (o.Name, o.Value))]);
        }
    }

    private async Task PublishAsync(Claim claim)
    {
        var editor = OneOf(desk.Ada, desk.Hal);
        (string, string)[] own = claim.Stage == Stage.Disputed ? [("rating", "mixed"), ("reason", Text(null, "record").Text)] : [];
        await FillAsync(editor, await DoAsync(editor, "verdict publish", claim, own), [("summary", Text(null, "record").Text), ("explanation", "We looked."), .. own.Where(o => o.Item1 == "reason")]);
    }

    private async Task EvidenceAsync(Claim claim, Person person)
    {
        var author = OneOf(Here);
        var text = Text(author, "message");
        var message = $"{messages++}";
        await desk.PointsAsync(person, author, text.Text, ulong.Parse(message, CultureInfo.InvariantCulture));
        await DoAsync(person, "Add as evidence", claim, ("message", message), ("stance", "refutes"), ("quote", text.Text));
        if (random.Next(2) == 0)
        {
            await FillAsync(person, await DoAsync(person, "evidence edit", claim, ("source", $"{claim.Sources.Count + 1}")), ("stance", "supports"), ("quote", text.Text[..^1]));
        }
    }

    /// <summary>The person's words are put down as theirs where the desk did it.</summary>
    private async Task<Reply> DoAsync(Person person, string command, Claim claim, params (string, string)[] options)
    {
        var before = written.Count;
        var reply = forgotten.Contains(person) ? Reply.Refuse($"gone") : await desk.RunAsync(person, command, [("claim", claim.Name), .. options]);
        for (var i = Math.Max(0, before - 2); i < written.Count; i++)
        {
            written[i] = written[i] with { By = written[i].By ?? person, IsUsed = written[i].IsUsed || !reply.IsRefusal };
        }

        return reply;
    }

    private async Task FillAsync(Person person, Reply reply, params (string, string)[] values)
    {
        if (reply.Form is { } form && !forgotten.Contains(person))
        {
            await desk.FillAsync(person, form, values);
        }
    }

    private async Task ForgetAsync()
    {
        var person = OneOf(Here);
        await NoteAsync(person);
        kill.After(random.Next(3) == 0 ? random.Next(1, 80) : int.MaxValue);
        await TryAsync(() => desk.RunAsync(person, "me forget", ("sure", "yes")));
        await TryAsync(() => desk.RunAsync(person, "me forget", ("sure", "yes")));
        forgotten.Add(person);
        if (await desk.LookAsync(db => new FactBot.Privacy.PersonInTables(db, person.Id).IsAnywhereAsync(CancellationToken.None)))
        {
            throw new InvalidOperationException($"{person.Id} stands in a row still, after {kills} kills");
        }

        if (random.Next(2) == 0)
        {
            await PassTimeAsync(TimeSpan.FromHours(random.Next(1, 40)));
        }
    }

    /// <summary>What has to go with the person, by what the desk holds now.</summary>
    private async Task NoteAsync(Person person)
    {
        var claims = await desk.LookAsync(db => db.ClaimsWhole.AsNoTracking().ToListAsync());
        var texts = await desk.LookAsync(db => db.Articles.AsNoTracking().ToListAsync());
        var dissent = string.Join('\n', claims.SelectMany(c => c.Verdicts).SelectMany(v => v.Dissents).Select(d => d.Reason));
        var kept = string.Join('\n', claims.Where(c => c.SubmittedBy != person.Id || !NotTaken.Contains(c.Stage)).Select(c => $"{c.Text} {c.Claimant} {c.Appearance?.Exact} {c.Appearance?.Prefix} {c.Appearance?.Suffix}"));
        var articlesKept = texts.Where(a => a.AddedBy != person.Id || claims.Exists(c => c.Appearance?.ArticleId == a.Id && !(c.SubmittedBy == person.Id && NotTaken.Contains(c.Stage)))).ToList();
        kept += string.Join('\n', await desk.LookAsync(db => db.Offers.Where(o => o.Person != person.Id).Select(o => o.Text).ToListAsync()));
        gone.AddRange(written.Where(w => w.By == person && w.Kind switch
        {
            "vote" => !dissent.Contains(w.Word, StringComparison.Ordinal),
            "decline" or "recuse" or "message" => true,
            "claim" or "article" => !kept.Contains(w.Word, StringComparison.Ordinal) && !articlesKept.Exists(a => a.Text.Contains(w.Word, StringComparison.Ordinal) || a.Title.Contains(w.Word, StringComparison.Ordinal)),
            _ => false,
        }).Select(w => w.Word));
    }

    private async Task PassTimeAsync(TimeSpan time)
    {
        if (kill.HasHappened is false && random.Next(5) == 0)
        {
            kill.After(random.Next(1, 150));
        }

        desk.Clock.Advance(time);
        await TryAsync(desk.SettleAsync);
        await TryAsync(desk.CleansFilesAsync);
        kill.Revive();
    }

    /// <summary>Does it; where the bot is killed at it, the next one starts.</summary>
    private async Task TryAsync(Func<Task> doAsync)
    {
        try
        {
            await doAsync();
        }
        catch (Exception) when (kill.HasHappened)
        {
        }

        if (kill.HasHappened)
        {
            kills++;
            kill.Revive();
            await desk.RestartAsync();
        }
    }

    private async Task CheckAsync()
    {
        (desk.Chat.Whim, desk.Chat.LosesAnswers) = (null, null);
        for (var night = 0; night < 4; night++)
        {
            desk.Clock.Advance(TimeSpan.FromHours(7));
            await desk.PassNightAsync();
        }

        Assert.Empty(await desk.LookAsync(db => db.OpenErasures.ToListAsync()));
        string[] lost = [.. forgotten.Select(p => $"{p.Id}"), .. gone];
        foreach (var message in desk.Chat.Messages)
        {
            if (lost.FirstOrDefault(l => Surface.TextsOf(message).Any(t => t.Contains(l, StringComparison.Ordinal))) is { } left)
            {
                var post = await desk.LookAsync(db => db.Posts.Where(p => p.Message == message.Id).Select(p => $"{p.Kind} {p.Names}").FirstOrDefaultAsync());
                Assert.Fail($"{left} is in the chat, in {message.Channel} as {message.Id}, of the post {post ?? "of none"}: {string.Join(" | ", Surface.TextsOf(message))}");
            }
        }

        Assert.Empty(await FindInRowsAsync(lost));
        foreach (var (name, bytes) in Traces.FilesOf(desk))
        {
            Assert.Empty(lost.Where(l => bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(l)) >= 0).Select(l => $"{seed}: {l} in {Path.GetFileName(name)}"));
            Assert.Empty(forgotten.Where(p => bytes.AsSpan().IndexOf(FactBot.Privacy.Fingerprints.BytesOf((long)p.Id.Value)) >= 0).Select(p => $"{seed}: {p.Id} as a number in {Path.GetFileName(name)}"));
        }

        var stems = gone.SelectMany(w => MatchText.Of(w).Terms.Select(t => t.Stem)).ToList();
        Assert.Equal(0, await desk.LookAsync(db => db.Database.SqlQueryRaw<int>("SELECT count(*) AS Value FROM ClaimWords WHERE Word IN (SELECT value FROM json_each({0}))", System.Text.Json.JsonSerializer.Serialize(stems)).SingleAsync()));
        foreach (var person in forgotten)
        {
            Assert.Equal("FactBot keeps nothing about you in this server.", (await desk.RunAsync(person, "me data")).Answer());
        }

        await Traces.AssertTrailAsync(desk);
        var claims = await desk.LookAsync(db => db.ClaimsWhole.AsNoTracking().ToListAsync());
        Assert.All(claims.Where(c => c.Stage == Stage.Published), c => Assert.NotNull(c.Verdict));
        Assert.Equal(claims.Count, await desk.LookAsync(db => db.Teams.Select(t => t.LastClaimNumber).FirstAsync()));
    }

    /// <summary>What stands in a row still, and in which table.</summary>
    private async Task<List<string>> FindInRowsAsync(string[] lost)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={desk.DatabasePath};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var tables = new List<string>();
        await using var list = connection.CreateCommand();
        list.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0";
        await using (var names = await list.ExecuteReaderAsync(TestContext.Current.CancellationToken))
        {
            while (await names.ReadAsync(TestContext.Current.CancellationToken))
            {
                tables.Add(names.GetString(0));
            }
        }

        var found = new List<string>();
        foreach (var table in tables)
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The database's own names.
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await rows.ReadAsync(TestContext.Current.CancellationToken))
            {
                for (var i = 0; i < rows.FieldCount; i++)
                {
                    var cell = rows.GetValue(i) is byte[] bytes ? System.Text.Encoding.UTF8.GetString(bytes) : $"{rows.GetValue(i)}";
                    found.AddRange(lost.Where(l => cell.Contains(l, StringComparison.Ordinal)).Select(l => $"{l} in {table}.{rows.GetName(i)}: {Clip.To(cell, 200)}"));
                }
            }
        }

        return found;
    }

    private Written Text(Person? by, string kind)
    {
        var word = string.Create(CultureInfo.InvariantCulture, $"w{seed}q{words++}w");
        Person[] people = Here;
        var mention = random.Next(5) != 0 ? "" : string.Format(CultureInfo.InvariantCulture, OneOf(" <@{0}>", " <@!{0}>", " {0}"), OneOf(people).Id);
        var text = new Written(by, kind, word, $"The {word} of the {OneOf("harbour", "tram", "budget")}{mention} has {random.Next(2, 99)} parts.", by is not null);
        written.Add(text);
        return text;
    }

    private T OneOf<T>(params IReadOnlyList<T> values) => values[random.Next(values.Count)];

    private sealed record Written(Person? By, string Kind, string Word, string Text, bool IsUsed);
}
