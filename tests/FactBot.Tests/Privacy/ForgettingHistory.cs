using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace FactBot.Tests.Privacy;

/// <summary>
/// Random people do random things, mention each other and are forgotten, while the chat fails at times and the bot is killed.
/// Every text bears a word that stands in no other, so that each can be looked for.
/// </summary>
internal sealed partial class ForgettingHistory : IAsyncDisposable
{
    private static readonly Stage[] NotTaken = [Stage.Submitted, Stage.Withdrawn, Stage.Rejected, Stage.Duplicate];

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
        kept += string.Join('\n', await desk.LookAsync(db => db.DuplicateSuggestions.Where(o => o.Person != person.Id).Select(o => o.Text).ToListAsync()));
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

    private T OneOf<T>(params IReadOnlyList<T> values) => values[random.Next(values.Count)];

    private sealed record Written(Person? By, string Kind, string Word, string Text, bool IsUsed);
}
