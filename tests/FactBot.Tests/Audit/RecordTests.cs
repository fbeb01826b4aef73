using FactBot.Audit;
using FactBot.Chat;
using FactBot.Domain;
using FactBot.Privacy;
using FactBot.Tests.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FactBot.Tests.Audit;

public class RecordTests(ITestOutputHelper output)
{
    [Fact]
    public async Task What_was_changed_is_told_in_plain_words()
    {
        await using var desk = await RichDesk.MakeAsync();
        using var raw = new RawTables(desk);
        foreach (var (sql, told) in new[]
        {
            ("UPDATE Claims SET Text = 'Another' WHERE Number = 1", "claim #1: “text” isn't what the trail says"),
            ($"UPDATE Ballots SET Rating = 'mixed' WHERE Id = (SELECT max(Id) FROM Ballots WHERE Reviewer = {desk.Chi.Id})", $"ballot of {desk.Chi.Id} in round 1 on claim #2: “rating” isn't what the trail says"),
            ("UPDATE Sources SET Url = 'https://example.com/' WHERE Id = 1", "source 1 of claim #1: “url” isn't what the trail says"),
            ("UPDATE Verdicts SET Summary = 'So' WHERE Version = 2", "version 2 of the verdict on claim #1: “summary” isn't what the trail says"),
            ("UPDATE Teams SET Rules_Quorum = 1", "the team: “rules, quorum” isn't what the trail says"),
            ("UPDATE Articles SET Text = Text || 'x'", "article 1: “text” isn't what the trail says"),
        })
        {
            Assert.True(raw.Do(sql) > 0, sql);
            Assert.Contains(told, await desk.FlawsAsync());
        }
    }

    [Fact]
    public async Task What_is_left_of_those_who_were_forgotten_is_whole_and_goes_on()
    {
        await using var desk = await RichDesk.MakeAsync();
        foreach (var person in new[] { desk.Ben, desk.Fay, desk.Ada, desk.Chi })
        {
            await desk.ForgetsAsync(person);
            Assert.Empty(await desk.FlawsAsync());
        }

        (await desk.VotesAsync(desk.Eli, "true", "6")).Answer();
        (await desk.RunAsync(desk.Hal, "claim topics", ("claim", "1"), ("topics", "bridges"))).Answer();
        await desk.AddsSourceAsync(desk.Dee, "6", "https://example.net/school");
        Assert.Empty(await desk.FlawsAsync());
        using var raw = new RawTables(desk);
        raw.Do("UPDATE Claims SET Topics = '[\"boats\"]' WHERE Number = 1");
        Assert.Equal("claim #1: “topics” isn't what the trail says", Assert.Single(await desk.FlawsAsync()));
    }

    [Fact]
    public async Task A_person_put_back_in_place_of_a_pseudonym_is_named_wherever_it_stands()
    {
        await using var desk = await RichDesk.MakeAsync();
        await desk.ForgetsAsync(desk.Ben);
        await desk.ForgetsAsync(desk.Chi);
        using var raw = new RawTables(desk);
        raw.DropUniqueness();
        var columns = await desk.LookAsync(db => Task.FromResult(FactBot.Privacy.PersonColumn.In(db.Model)));
        var changed = 0;
        foreach (var column in columns.Where(c => !c.IsJson && !RecordColumns.UntoldTables.ContainsKey(c.Table) | c.Table == "Audit"))
        {
            foreach (var person in new object[] { (long)desk.Ben.Id.Value, 2L })
            {
                foreach (var row in raw.Read($"SELECT rowid FROM \"{column.Table}\" WHERE \"{column.Column}\" = 1 LIMIT 3"))
                {
                    changed += raw.Do($"UPDATE \"{column.Table}\" SET \"{column.Column}\" = $0 WHERE rowid = $1", person, row[0]!);
                    Assert.True((await desk.FlawsAsync()).Count > 0, $"{column.Table}.{column.Column} of row {row[0]} became {person}");
                    raw.Do($"UPDATE \"{column.Table}\" SET \"{column.Column}\" = 1 WHERE rowid = $0", row[0]!);
                }
            }
        }

        Assert.True(changed > 20, $"only {changed} cells were changed");
        Assert.Empty(await desk.FlawsAsync());
    }

    [Fact]
    public async Task What_was_erased_and_is_put_back_from_a_copy_is_found()
    {
        await using var desk = await RichDesk.MakeAsync();
        using var raw = new RawTables(desk);
        var before = raw.Read("SELECT Number, Who, WhoSalt, Details FROM Audit").ToDictionary(r => (long)r[0]!);
        await desk.ForgetsAsync(desk.Ben);
        var made = raw.Read("SELECT Number FROM Audit WHERE Details IS NULL AND DetailsHash IS NOT NULL AND Who = 1")[0][0]!;
        var old = before[(long)made];
        raw.Do("UPDATE Audit SET Who = $0, WhoSalt = $1 WHERE Number = $2", old[1]!, old[2]!, made);
        Assert.Contains(await desk.FlawsAsync(), f => f.StartsWith($"entry {made} was changed", StringComparison.Ordinal));
        raw.Do("UPDATE Audit SET Who = 1, WhoSalt = NULL, Details = $0 WHERE Number = $1", old[3]!, made);
        Assert.Contains(await desk.FlawsAsync(), f => f.Contains("holds again the details that were erased", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_changed_before_an_erasure_is_not_taken_for_true_after_it()
    {
        await using var desk = await RichDesk.MakeAsync();
        using var raw = new RawTables(desk);
        raw.Do("UPDATE Claims SET Text = 'Another' WHERE Number = 1");
        await desk.ForgetsAsync(desk.Ben);
        Assert.Contains(await desk.FlawsAsync(), f => f.Contains("claim #1 was not what the trail says", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_tail_that_was_cut_off_is_found_by_the_head_that_was_noted()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        var earlier = await File.ReadAllBytesAsync(desk.DatabasePath, TestContext.Current.CancellationToken);
        using (var raw = new RawTables(desk))
        {
            raw.Do("PRAGMA wal_checkpoint(TRUNCATE)");
            earlier = await File.ReadAllBytesAsync(desk.DatabasePath, TestContext.Current.CancellationToken);
        }

        await desk.VotesAsync(desk.Ben, "true");
        var footer = (await desk.RunAsync(desk.Ada, "digest preview")).Card!.Footer!.ToString();
        var head = AuditHead.Find(footer)!;
        Assert.Contains(head, (await FindAsync(desk, head)).Held);

        // The log of writes is lost: the tables and the trail agree, and only who noted the head knows.
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await File.WriteAllBytesAsync(desk.DatabasePath, earlier, TestContext.Current.CancellationToken);
        File.Delete(desk.DatabasePath + "-wal");
        File.Delete(desk.DatabasePath + "-shm");
        var found = await FindAsync(desk, head);
        Assert.Empty(found.Flaws);
        Assert.Empty(found.Held);
        Assert.Null(AuditHead.Find("nothing of the kind"));
        Assert.Equal(head, AuditHead.Find($"{head.Number}:{head.Hash}"));
    }

    [Fact]
    public async Task A_trail_cut_off_with_its_head_set_back_does_not_fit_the_tables()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.VotesAsync(desk.Ben, "true");
        using var raw = new RawTables(desk);
        raw.Do("DELETE FROM Audit WHERE Number = (SELECT max(Number) FROM Audit)");
        raw.Do("UPDATE Teams SET AuditLength = AuditLength - 1, Version = Version - 1, AuditHead = (SELECT Hash FROM Audit ORDER BY Number DESC LIMIT 1), AuditAt = (SELECT max(At) FROM Audit)");
        Assert.Contains($"ballot of {desk.Ben.Id} in round 1 on claim #1 isn't in the trail: it was put in", await desk.FlawsAsync());
    }

    [Fact]
    public async Task Times_in_the_trail_never_go_back_when_the_clock_does()
    {
        var clock = new WildClock();
        await using var desk = await TestDesk.SetUpAsync(services => services.AddSingleton<TimeProvider>(clock));
        var random = new Random(7);
        await desk.OpenClaimAsync();
        foreach (var person in new[] { desk.Ben, desk.Chi, desk.Dee })
        {
            clock.Now += TimeSpan.FromMinutes(random.Next(-3000, 1000));
            await desk.AddsSourceAsync(person, "1", $"https://example.org/{person.Name}");
            clock.Now -= TimeSpan.FromDays(1);
            (await desk.VotesAsync(person, "true")).Answer();
            await desk.SettleAsync();
        }

        (await desk.PublishesAsync()).Answer();
        var trail = await desk.LookAsync(db => db.Audit.OrderBy(e => e.Number).ToListAsync());
        Assert.Equal(trail.Select(e => e.At).Order(), trail.Select(e => e.At));
        Assert.Equal(trail[^1].At, (await desk.ClaimAsync(1)).Verdict!.GivenAt);
        await desk.AssertReplayAsync();
    }

    [Fact]
    public async Task Times_in_the_trail_never_go_back_from_one_process_to_the_next_nor_as_rounds_fall_due()
    {
        var clock = new WildClock();
        await using var desk = await TestDesk.SetUpAsync(services => services.AddSingleton<TimeProvider>(clock));
        await desk.OpenClaimAsync();
        foreach (var (person, back) in new[] { (desk.Ben, 1), (desk.Chi, 400), (desk.Dee, 0) })
        {
            (await desk.AssignsAsync(person)).Answer();
            clock.Now += TimeSpan.FromHours(80);
            await desk.SettleAsync();
            clock.Now -= TimeSpan.FromHours(back);
            await desk.RestartAsync();
            (await desk.VotesAsync(person, "true")).Answer();
            await desk.SettleAsync();
        }

        (await desk.PublishesAsync()).Answer();
        (await desk.CorrectsAsync(desk.Ada)).Answer();
        var trail = await desk.LookAsync(db => db.Audit.OrderBy(e => e.Number).ToListAsync());
        Assert.Equal(trail.Select(e => e.At).Order(), trail.Select(e => e.At));
        Assert.True(trail.Zip(trail.Skip(1)).Count(p => p.First.At == p.Second.At) > 2, "hardly any events of equal times");
        Assert.Empty(await desk.FlawsAsync());
        await desk.AssertReplayAsync();
    }

    /// <summary>Random people do random things, some are forgotten, much goes past its time: no false alarm. FACTBOT_RANDOM_DAYS sets how many.</summary>
    [Fact]
    public async Task Random_histories_with_erasures_and_retention_are_whole()
    {
        for (var seed = 0; seed < Campaign.Setting("FACTBOT_RANDOM_DAYS", 4); seed++)
        {
            var random = new Random(1000 + seed);
            await using var desk = await TestDesk.SetUpAsync(services => services.AddSingleton(MarkedScales.All));
            var requests = new RandomRequest(desk, random);
            Person[] people = [desk.Ada, desk.Hal, desk.Ben, desk.Chi, desk.Dee, desk.Eli, desk.Fay, desk.Gus];
            var done = 0;
            for (var step = 0; step < 100; step++)
            {
                var claims = await desk.LookAsync(db => db.ClaimsWhole.AsNoTracking().OrderBy(c => c.Number).ToListAsync());
                var request = requests.Next(claims);
                var reply = await desk.Router.RunAsync(request, CancellationToken.None);
                if (reply.Form is { } form)
                {
                    var known = form.Known.FirstOrDefault(k => k.Name == "claim").Value;
                    reply = await desk.Router.RunAsync(requests.Fill(form, request.Person, claims.FirstOrDefault(c => c.Name == known)), CancellationToken.None);
                }

                if (reply.Card?.Buttons.FirstOrDefault(b => b.Command == "claim submit") is { } anyway)
                {
                    await desk.Router.RunAsync(requests.Press(anyway, claims) with { Person = request.Person }, CancellationToken.None);
                }

                done += reply.IsRefusal ? 0 : 1;
                if (step % 25 == 24)
                {
                    await desk.RunAsync(desk.Ada, "settings", ("rule", random.Next(2) == 0 ? "keep-reasons" : "keep-pages"), ("value", "5"));
                    await desk.ForgetsAsync(people[random.Next(people.Length)]);
                    Assert.True((await desk.FlawsAsync()) is [], $"Seed {seed}, step {step}: {string.Join("\n", await desk.FlawsAsync())}");
                }

                if (random.Next(3) == 0)
                {
                    desk.Clock.Advance(TimeSpan.FromMinutes(random.Next(1, 2000)));
                    await desk.SettleAsync();
                    await desk.Archive.SettleAsync(CancellationToken.None);
                    await desk.ErasesThePastAsync();
                }
            }

            var flaws = await desk.FlawsAsync();
            Assert.True(flaws is [], $"Seed {seed}: {string.Join("\n", flaws)}");
            output.WriteLine($"Seed {seed}: {done} done");
        }
    }

    private static Task<RecordFinding> FindAsync(TestDesk desk, AuditHead head) =>
        desk.LookAsync(db => new FactBot.Audit.Record(db).VerifyAsync(desk.Team, [head], CancellationToken.None));

    private sealed class WildClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
