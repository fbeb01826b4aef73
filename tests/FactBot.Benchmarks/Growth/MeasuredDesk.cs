using System.Diagnostics;
using System.Globalization;
using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Claims;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FactBot.Benchmarks;

/// <summary>Runs commands and completions on a grown desk, in the process, without Discord between.</summary>
internal sealed class MeasuredDesk(IServiceProvider services, int claims)
{
    private const int Runs = 40;

    /// <summary>How long one kind of work may take in all; the rest of its runs are left out.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CommandRouter router = services.GetRequiredService<CommandRouter>();
    private readonly Random random = new(7);
    private int requests;

    private static Person Editor => new(GrownDesk.Editor(0), "Ada", [GrownDesk.Editors], MayManageServer: true);

    public async IAsyncEnumerable<Measurement> MeasureAsync()
    {
        var (submitted, agreed, published) = (await NumbersAsync(Stage.Submitted), await NumbersAsync(Stage.Agreed), await NumbersAsync(Stage.Published));
        string Any() => published[random.Next(published.Count)];
        string Ready(int run) => (GrownDesk.FirstReady(claims) + run).ToString(CultureInfo.InvariantCulture);

        yield return await RunAsync("help", _ => Command(Reviewer(0), "help"));
        yield return await RunAsync("claim show", _ => Command(Reviewer(0), "claim show", ("claim", Any())));
        foreach (var sort in (string[])["newest", "demand", "priority", "age", "due"])
        {
            yield return await RunAsync($"claim list {sort}", _ => Command(Reviewer(0), "claim list", ("sort", sort)));
        }

        foreach (var stage in (string[])["submitted", "open", "published"])
        {
            yield return await RunAsync($"claim list {stage}", _ => Command(Reviewer(0), "claim list", ("stage", stage)));
        }

        yield return await RunAsync("queue", run => Command(Reviewer(run), "queue"));
        yield return await RunAsync("verdict show", _ => Command(Reviewer(0), "verdict show", ("claim", Any())));
        yield return await RunAsync("verdict history", _ => Command(Reviewer(0), "verdict history", ("claim", Any())));
        yield return await RunAsync("article list", _ => Command(Reviewer(0), "article list"));
        yield return await RunAsync("article show", _ => Command(Reviewer(0), "article show", ("article", "3")));
        yield return await RunAsync("audit show", _ => Command(Editor, "audit show"));
        yield return await RunAsync("audit show, a claim", _ => Command(Editor, "audit show", ("claim", Any())));
        yield return await RunAsync("settings", _ => Command(Editor, "settings"));
        yield return await RunAsync("claim find", _ => Command(Editor, "claim find", ("text", $"The city of Bakerlo spent {random.Next(900)} million on new bridges")));
        yield return await RunAsync("me data", run => Command(Reviewer(run), "me data"));
        yield return await RunAsync("desk stats", _ => Command(Editor, "desk stats"));
        yield return await RunAsync("desk doctor", _ => Command(Editor, "desk doctor"));
        yield return await RunAsync("digest preview", _ => Command(Editor, "digest preview"));

        yield return await RunAsync("complete: claim show", _ => Completion("claim show", "claim", ""));
        yield return await RunAsync("complete: claim show, number", _ => Completion("claim show", "claim", "12"));
        yield return await RunAsync("complete: claim show, word", _ => Completion("claim show", "claim", "bridges"));
        yield return await RunAsync("complete: claim show, nothing", _ => Completion("claim show", "claim", "xyzzy"));
        yield return await RunAsync("complete: vote", _ => Completion("vote", "claim", ""));
        yield return await RunAsync("complete: verdict publish", _ => Completion("verdict publish", "claim", ""));
        yield return await RunAsync("complete: article show", _ => Completion("article show", "article", "what"));

        yield return await RunAsync("claim submit", run => Command(Member(run), "claim submit", ("text", new MadeUpText().Statement() + run)));
        yield return await RunAsync("claim want", run => Command(Member(run), "claim want", ("claim", Ready(run))));
        yield return await RunAsync("triage accept", run => Command(Editor, "triage", ("claim", submitted[run]), ("action", "accept")), submitted.Count);
        yield return await RunAsync("take", run => Command(Reviewer(run), "take", ("claim", Ready(run))));
        yield return await RunAsync("vote", run => Command(Reviewer(run), "vote", ("claim", Ready(40 + run)), ("rating", "false"), ("reason", "The accounts say so.")));
        yield return await RunAsync("verdict publish", run => Fill(Editor, "verdict publish", ("claim", agreed[run]), ("summary", "It's wrong."), ("explanation", "The accounts say so.")), agreed.Count);
        yield return await RunAsync("digest now", _ => Command(Editor, "digest now"), 5);
    }

    private async Task<Measurement> RunAsync(string what, Func<int, Task> workAsync, int runs = Runs)
    {
        var all = Stopwatch.StartNew();
        // The first run compiles; it isn't counted.
        await workAsync(0);
        var times = new List<double>();
        for (var run = 1; run < Math.Min(runs, Runs) && all.Elapsed < Patience; run++)
        {
            var one = Stopwatch.StartNew();
            await workAsync(run);
            times.Add(one.Elapsed.TotalMilliseconds);
        }

        return new(what, claims, times.Count == 0 ? [all.Elapsed.TotalMilliseconds] : times, times.Count == 0 ? all.Elapsed.TotalSeconds : times.Sum() / 1_000);
    }

    private Task Command(Person person, string command, params (string Name, string Value)[] options) => DoAsync(RequestOf(person, command, options));

    private Task Fill(Person person, string command, params (string Name, string Value)[] options) => DoAsync(RequestOf(person, command, options) with { IsFilledForm = true });

    private Task<IReadOnlyList<Choice>> Completion(string command, string option, string typed) =>
        router.CompleteAsync(RequestOf(Editor, command, [(option, typed)]), option, typed, CancellationToken.None);

    private async Task DoAsync(Request request)
    {
        if (await router.RunAsync(request, CancellationToken.None) is { IsRefusal: true } refusal)
        {
            throw new InvalidOperationException($"{request.Command} was refused: {refusal.Text}");
        }
    }

    private Request RequestOf(Person person, string command, (string Name, string Value)[] options) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{890_000_000_000_000_000 + ++requests}"),
        Command = command,
        Team = GrownDesk.Team,
        Person = person,
        Options = options.ToDictionary(o => o.Name, o => o.Value),
    };

    private async Task<List<string>> NumbersAsync(Stage stage)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FactBotDbContext>();
        db.CurrentTeam = GrownDesk.Team;
        return [.. (await db.Claims.Where(c => c.Stage == stage).OrderByDescending(c => c.Number).Select(c => c.Number).Take(10_000).ToListAsync())
            .Select(n => n.ToString(CultureInfo.InvariantCulture))];
    }

    private static Person Reviewer(int number) => new(GrownDesk.Reviewer(number), "Ben", [GrownDesk.Reviewers], MayManageServer: false);

    private static Person Member(int number) => new(GrownDesk.Member(number), "Fay", [], MayManageServer: false);
}
