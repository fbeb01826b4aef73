using FactBot.Chat;
using FactBot.Domain.Claims;
using FactBot.Tests.Permissions;
using FactBot.Text.Characters;
using FactBot.Votes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FactBot.Tests.Claims;

/// <summary>A day on which random people do random things, and all that must hold after each.</summary>
internal sealed class RandomDay : IAsyncDisposable
{
    private static readonly Dictionary<Stage, Stage[]> Ways = new()
    {
        [Stage.Submitted] = [Stage.Open, Stage.Rejected, Stage.Duplicate, Stage.Split, Stage.Withdrawn],
        [Stage.Open] = [Stage.Agreed, Stage.Disputed, Stage.Withdrawn],
        [Stage.Disputed] = [Stage.Open, Stage.Published],
        [Stage.Agreed] = [Stage.Published, Stage.Open],
        [Stage.Published] = [Stage.Open, Stage.Retracted],
        [Stage.Retracted] = [Stage.Open],
        [Stage.Rejected] = [Stage.Submitted, Stage.Open],
        [Stage.Duplicate] = [Stage.Submitted, Stage.Open],
        [Stage.Withdrawn] = [Stage.Submitted, Stage.Open],
        [Stage.Split] = [],
    };

    private readonly Random random;
    private readonly TestDesk desk;
    private readonly KeptLogs logs;
    private readonly RandomRequest requests;
    private readonly SealWatch seal = new();
    private readonly TableWatch tables;
    private readonly List<string> diary = [];
    private readonly List<Button> buttons = [];
    private List<Claim> claims = [];
    private int votes;

    private RandomDay(int seed, TestDesk desk, KeptLogs logs)
    {
        (random, this.desk, this.logs) = (new Random(seed), desk, logs);
        (requests, tables) = (new RandomRequest(desk, random), new TableWatch(desk));
    }

    /// <summary>What was done, a line each.</summary>
    public string Diary => string.Join('\n', diary);

    /// <summary>The stages that claims were in at some time.</summary>
    public HashSet<Stage> Seen { get; } = [];

    /// <summary>How often there was something sealed to be found.</summary>
    public int Sealed { get; private set; }

    /// <summary>How often the desk did what was asked.</summary>
    public int Done { get; private set; }

    public static async Task<RandomDay> BeginAsync(int seed)
    {
        var logs = new KeptLogs();
        return new(seed, await TestDesk.SetUpAsync(services => services
            .AddSingleton(MarkedScales.All)
            .AddLogging(log => log.SetMinimumLevel(LogLevel.Debug).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Information).AddProvider(logs))), logs);
    }

    /// <summary>Somebody does something.</summary>
    public async Task StepAsync()
    {
        var request = buttons.Count > 0 && random.Next(5) == 0
            ? requests.Press(buttons[random.Next(buttons.Count)], claims)
            : requests.Next(claims);
        var reply = await AskAsync(request);
        if (reply.Form is { } form)
        {
            var known = form.Known.FirstOrDefault(k => k.Name == "claim").Value ?? "1";
            await AskAsync(requests.Fill(form, request.Person, claims.FirstOrDefault(c => c.Name == known) ?? (claims.Count > 0 ? claims[0] : null)));
        }

        // Most of what is offered as said before is submitted all the same, so that there is something to review.
        if (reply.Card?.Buttons.FirstOrDefault(b => b.Command == "claim submit") is { } anyway && random.Next(5) > 0)
        {
            await AskAsync(requests.Press(anyway, claims) with { Person = request.Person });
        }

        await TypeAsync();
        if (random.Next(4) == 0)
        {
            await PassTimeAsync();
        }
    }

    /// <summary>At the day's end the trail is whole, and tells it all.</summary>
    public async Task EndAsync()
    {
        await desk.SettleAsync();
        await LookAsync();
        NoLeakIn("the chat", desk.Chat.Messages.SelectMany(Surface.TextsOf));
        await desk.AssertReplayAsync();
    }

    public async ValueTask DisposeAsync()
    {
        tables.Dispose();
        await desk.DisposeAsync();
        logs.Dispose();
    }

    private async Task<Reply> AskAsync(Request request)
    {
        diary.Add($"{request.Person.Name}: /{request.Command} {string.Join(' ', request.Options.Select(o => $"{o.Key}:{Clip.To(o.Value, 40)}"))}");
        var version = tables.Version;
        var reply = await desk.Router.RunAsync(request, CancellationToken.None);
        diary[^1] += $" → {(reply.IsRefusal ? "refused: " : "")}{Clip.To(reply.Text?.ToString() ?? reply.Card?.Title.ToString() ?? "a form", 200)}";
        Assert.True(!reply.IsRefusal || version == tables.Version, "a refusal changed something");
        Done += reply.IsRefusal ? 0 : 1;
        votes += request.Command == "vote" && reply is { IsRefusal: false, Form: null } ? 1 : 0;
        // Who is forgotten takes their words along; PrivacyTests look at that.
        buttons.AddRange(reply.Buttons.Where(b => b.Command != "me forget"));
        await JudgeAsync();
        // One's own votes are no secret to oneself.
        NoLeakIn("the reply", request.Command == "me data" ? [] : Surface.TextsOf(reply));
        NoLeakIn("the log", logs.Take());
        return reply;
    }

    /// <summary>What must hold at every moment.</summary>
    private async Task JudgeAsync()
    {
        var before = claims.ToDictionary(c => c.Number, c => c.Stage);
        claims = await desk.LookAsync(db => db.ClaimsWhole.AsNoTracking().OrderBy(c => c.Number).ToListAsync());
        Assert.Equal(votes, claims.Sum(c => c.Ballots.Count));
        foreach (var claim in claims)
        {
            Seen.Add(claim.Stage);
            var was = before.GetValueOrDefault(claim.Number, claim.Stage);
            Assert.True(was == claim.Stage || Ways[was].Contains(claim.Stage), $"{claim.Name} went from {was} to {claim.Stage}");
            Assert.True(claim.Stage == Stage.Open || !claim.OpenAssignments.Any(), $"{claim.Name} is {claim.Stage}, and somebody owes a vote");
            Assert.True(claim.BallotsOfRound.All(b => claim.Panel.Any(a => a.Reviewer == b.Reviewer)), $"a vote on {claim.Name} is of no reviewer of its round");
            Assert.True(claim.Ballots.All(b => b.Reviewer != claim.SubmittedBy), $"{claim.Name} was voted on by who submitted it");
            Assert.True(claim.Stage != Stage.Agreed || claim.AgreedRating is not null, $"{claim.Name} agrees on nothing");
            Assert.True(claim.Stage != Stage.Published || claim.Verdict!.Stands, $"{claim.Name} is published, and no verdict stands");
        }

        seal.Look(claims);
        Sealed += seal.Count > 0 ? 1 : 0;
        var trail = await desk.LookAsync(db => db.Audit.OrderByDescending(e => e.Number).Take(5).Select(e => e.Action + " " + e.Subject).ToListAsync());
        NoLeakIn("the trail", trail);
    }

    private async Task TypeAsync()
    {
        var spec = Commands.All[random.Next(Commands.All.Count)].Spec;
        foreach (var option in spec.Options.Where(o => o.Completion is not null))
        {
            var request = requests.Of(spec, claims.Count == 0 ? null : claims[random.Next(claims.Count)]);
            var choices = await desk.Router.CompleteAsync(request, option.Name, random.Next(2) == 0 ? "" : "1", CancellationToken.None);
            Assert.InRange(choices.Count, 0, 25);
            NoLeakIn("completion", option.Completion == typeof(CompleteRating) ? [] : choices.Select(c => c.Name + c.Value));
        }
    }

    private async Task PassTimeAsync()
    {
        desk.Clock.Advance(TimeSpan.FromMinutes(random.Next(1, 600)) + TimeSpan.FromTicks(random.Next(20_000)));
        await desk.SettleAsync();
        await desk.Archive.SettleAsync(CancellationToken.None);
        await LookAsync();
        NoLeakIn("the chat", desk.Chat.Messages.SelectMany(Surface.TextsOf));
        NoLeakIn("the log", logs.Take());
        buttons.AddRange(desk.Chat.Messages.SelectMany(m => m.Message.Card?.Buttons ?? []));
        buttons.RemoveRange(0, Math.Max(0, buttons.Count - 40));
    }

    /// <summary>Time closes rounds too, and what they held is sealed no longer.</summary>
    private async Task LookAsync()
    {
        claims = await desk.LookAsync(db => db.ClaimsWhole.AsNoTracking().OrderBy(c => c.Number).ToListAsync());
        seal.Look(claims);
    }

    private void NoLeakIn(string where, IEnumerable<string> texts) => Assert.Empty(seal.LeaksIn(texts).Select(t => $"{where}: {t}"));
}
