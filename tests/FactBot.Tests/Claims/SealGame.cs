using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Assignments;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Domain.Votes;
using FactBot.Host.Export;
using FactBot.Host.Storage;
using FactBot.Text.Characters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FactBot.Tests.Claims;

/// <summary>
/// Two desks on which everybody does the same at the same moment, but for what honest reviewers vote. All else are adversaries
/// who do whatever the desk lets them. Until a round closes that holds such votes, both desks must show the same.
/// </summary>
internal sealed class SealGame
{
    private const int MostSteps = 24;

    private static readonly string[] Looks =
        ["claim show", "claim list", "audit show", "desk stats", "digest preview", "digest full", "queue", "verdict show", "verdict history", "evidence show", "claim find", "settings", "me data", "desk doctor"];

    private static readonly string[] Typed = ["vote", "verdict correct", "claim show", "evidence strike", "settings"];

    private static readonly string[] Tries = ["q00q", "q01q", "q07q", "q12q"];

    private readonly Random random;
    private readonly TestDesk one;
    private readonly TestDesk other;
    private readonly RandomRequest requests;
    private readonly List<string> diary = [];
    private readonly List<Button> buttons = [];
    private readonly HashSet<(int Claim, int Round)> differing = [];
    private readonly List<Person> honest;
    private readonly List<Person> adversaries;
    private List<ClaimState> states = [];
    private List<Claim> claims = [];
    private int asked;

    private SealGame(Random random, TestDesk one, TestDesk other)
    {
        (this.random, this.one, this.other) = (random, one, other);
        requests = new RandomRequest(one, random);
        Person[] reviewers = [one.Ben, one.Chi, one.Dee, one.Eli, one.Hal];
        honest = [.. reviewers.OrderBy(_ => random.Next()).Take(random.Next(1, 4))];
        adversaries = [.. new[] { one.Ada, one.Hal, one.Ben, one.Chi, one.Dee, one.Eli, one.Fay, one.Gus }.Except(honest)];
    }

    /// <summary>What was done, a line each.</summary>
    public string Diary => string.Join('\n', diary);

    /// <summary>How many votes differed between the two desks while their rounds were open.</summary>
    public int Differing { get; private set; }

    /// <summary>How much was compared while something was sealed: replies, lists of completions, messages, exports.</summary>
    public int Compared { get; private set; }

    /// <summary>Whether it ended as a round with such votes closed.</summary>
    public bool Closed { get; private set; }

    /// <summary>On two desks that other games were played on; making new ones takes longer than a game.</summary>
    public static async Task<SealGame> BeginAsync(int seed, TestDesk one, TestDesk other)
    {
        var random = new Random(seed);
        var start = await SealStarts.BytesAsync(random.Next(SealStarts.Count));
        await one.BeginAgainAsync(start);
        await other.BeginAgainAsync(start);
        return new(random, one, other);
    }

    public async Task PlayAsync()
    {
        await LookAtStatesAsync();
        for (var step = 0; step < MostSteps && !Closed; step++)
        {
            await StepAsync();
        }

        if (!Closed && differing.Count > 0)
        {
            await LookEverywhereAsync();
        }
    }

    private Task StepAsync() => random.Next(10) switch
    {
        < 3 => VoteAsync(),
        < 4 => TryEveryRatingAsync(),
        < 5 => PassTimeAsync(),
        < 7 => DoAsync(LookOf(OneOf(Looks), OneOf(adversaries))),
        < 8 when buttons.Count > 0 => DoAsync(requests.Press(OneOf(buttons), claims) with { Person = OneOf(adversaries) }),
        _ => DoAsync(Attack()),
    };

    /// <summary>An honest reviewer votes, on each desk in their own way; never just as they did before, which the desk would refuse them.</summary>
    private async Task VoteAsync()
    {
        if (claims.FindAll(c => c.Stage == Stage.Open) is not { Count: > 0 } open)
        {
            await DoAsync(requests.Next(claims) with { Person = OneOf(adversaries) });
            return;
        }

        var (claim, voter) = (OneOf(open), OneOf(honest));
        Request Vote() => one.RequestOf(
            voter, "vote", ("claim", claim.Name), ("rating", MarkedScales.For(claim, random)),
            ("reason", $"{asked} {new string('r', random.Next(1, Ballot.MaxReason - 10))}"), ("confidence", OneOf("low", "medium", "high")));
        var (ballot, differs) = (Vote(), Vote());
        await AskAsync(ballot, differs, () =>
        {
            differing.Add((claim.Number, claim.Round));
            Differing++;
        });
    }

    /// <summary>An adversary votes again with each rating in turn, which once told when two others agreed.</summary>
    private async Task TryEveryRatingAsync()
    {
        var claim = claims.Find(c => c.Stage == Stage.Open);
        var voter = OneOf(adversaries);
        foreach (var rating in Tries.TakeWhile(_ => claim is not null && !Closed))
        {
            await DoAsync(one.RequestOf(voter, "vote", ("claim", claim!.Name), ("rating", rating), ("reason", "A try")));
        }
    }

    private Request Attack()
    {
        var editor = OneOf(adversaries);
        var open = claims.Find(c => c.Stage == Stage.Open);
        var claim = open?.Name ?? "1";
        return random.Next(9) switch
        {
            0 => one.RequestOf(editor, "settings", ("rule", OneOf("quorum", "agreement", "sources", "dissent-names", "two-people")), ("value", OneOf("1", "2", "majority", "unanimous", "on", "off", "0"))),
            1 => one.RequestOf(editor, "release", ("claim", claim), ("reviewer", $"{OneOf(honest).Id}")),
            2 => one.RequestOf(editor, "assign", ("claim", claim), ("reviewer", $"{OneOf([.. adversaries, .. honest]).Id}"), ("due", OneOf("1h", "24h", "2d"))),
            3 => one.RequestOf(editor, OneOf("recuse", "decline"), ("claim", claim), ("reason", "A reason")),
            4 => one.RequestOf(editor, "hand-over", ("claim", claim), ("from", $"{OneOf([.. adversaries, .. honest]).Id}"), ("to", $"{OneOf(adversaries).Id}")),
            5 => one.RequestOf(editor, OneOf("claim withdraw", "claim reopen", "verdict retract"), ("claim", claim), ("reason", "A reason")),
            6 => one.RequestOf(editor, OneOf("verdict correct", "verdict publish", "verdict approve", "verdict recheck", "take", "drop correction"), ("claim", claim)),
            _ => requests.Next(claims) with { Person = editor },
        };
    }

    private Request LookOf(string command, Person person) => requests.Of(CommandRouter.Find(command)!, claims.Count == 0 ? null : OneOf(claims)) with { Person = person };

    private async Task DoAsync(Request request)
    {
        // Who is forgotten takes their words along on both desks alike; what stays open of the rest is for the others to play.
        if (request.Command == "me forget")
        {
            return;
        }

        var reply = await AskAsync(request, request, () => { });
        if (reply?.Form is { } form && !Closed)
        {
            var known = form.Known.FirstOrDefault(k => k.Name == "claim").Value ?? "1";
            var filled = requests.Fill(form, request.Person, claims.Find(c => c.Name == $"#{known.TrimStart('#')}"));
            await AskAsync(filled, filled, () => { });
        }
    }

    /// <summary>Asks both desks; gives the one's reply, or null where a round has closed that the desks may differ in.</summary>
    private async Task<Reply?> AskAsync(Request request, Request differently, Action whenDone)
    {
        var id = $"game {++asked}";
        diary.Add($"{request.Person.Name}: /{request.Command} {string.Join(' ', request.Options.Select(o => $"{o.Key}:{Clip.To(o.Value, 40)}"))}");
        var reply = await one.Router.RunAsync(request with { Id = id }, CancellationToken.None);
        var twin = await other.Router.RunAsync(differently with { Id = id }, CancellationToken.None);
        diary[^1] += $" → {Clip.To(reply.Text?.ToString() ?? reply.Card?.Title.ToString() ?? "a form", 160)}";
        if (!reply.IsRefusal && reply.Form is null)
        {
            whenDone();
        }

        await LookAtStatesAsync();
        if (Closed)
        {
            return null;
        }

        Same("the reply", Observation.Of(reply), Observation.Of(twin));
        buttons.AddRange([.. reply.Buttons, .. reply.Menus.SelectMany(m => m.Choices.Select(c => new Button($"{c.Name}", m.Command, [.. m.Known, (m.Option, c.Value)])))]);
        buttons.RemoveRange(0, Math.Max(0, buttons.Count - 30));
        return reply;
    }

    private async Task PassTimeAsync()
    {
        var by = TimeSpan.FromMinutes(random.Next(3) switch { 0 => random.Next(1, 120), 1 => random.Next(120, 1500), _ => random.Next(1500, 5000) });
        diary.Add($"{by} pass");
        one.Clock.Advance(by);
        other.Clock.Advance(by);
        await one.SettleAsync();
        await other.SettleAsync();
        await LookAtStatesAsync();
        if (!Closed)
        {
            CompareChat();
            buttons.AddRange(one.Chat.Messages.SelectMany(m => m.Message.Card?.Buttons ?? m.Message.Buttons));
            buttons.RemoveRange(0, Math.Max(0, buttons.Count - 30));
        }
    }

    private void CompareChat()
    {
        var (here, there) = (Observation.Of(one.Chat), Observation.Of(other.Chat));
        Assert.True(here.Count == there.Count, $"one chat has more messages than the other:\n{string.Join("\n———\n", here.Except(there))}\n——— and there\n{string.Join("\n———\n", there.Except(here))}");
        foreach (var (message, twin) in here.Zip(there))
        {
            Same("the chat", message, twin);
        }
    }

    /// <summary>Every look there is, by an editor, who is never an honest reviewer, and what the operator can export.</summary>
    private async Task LookEverywhereAsync()
    {
        await PassTimeAsync();
        foreach (var look in Looks.TakeWhile(_ => !Closed))
        {
            await DoAsync(LookOf(look, one.Ada));
        }

        foreach (var name in Typed.TakeWhile(_ => !Closed))
        {
            var spec = CommandRouter.Find(name)!;
            foreach (var option in spec.Options.Where(o => o.Completion is not null))
            {
                var request = requests.Of(spec, OneOf(claims)) with { Person = OneOf(adversaries) };
                Same(
                    "a completion",
                    Observation.Of(await one.Router.CompleteAsync(request, option.Name, "", CancellationToken.None)),
                    Observation.Of(await other.Router.CompleteAsync(request, option.Name, "", CancellationToken.None)));
            }
        }

        if (!Closed)
        {
            Same("an export", await ExportAsync(one), await ExportAsync(other));
        }
    }

    private static async Task<string> ExportAsync(TestDesk desk) => await desk.LookAsync(async db =>
    {
        var claims = await db.ClaimsWhole.AsNoTracking().OrderBy(c => c.Number).ToListAsync();
        var team = await db.Teams.AsNoTracking().SingleAsync();
        var audit = await db.Audit.AsNoTracking().OrderBy(e => e.Number).ToListAsync();
        await db.Database.OpenConnectionAsync();
        return Observation.Of(TeamExport.Make((SqliteFactBotDbContext)db, desk.Team))
            + Observation.Mask(TeamMarkdown.Write(team, [], claims, audit, MarkedScales.All));
    });

    /// <summary>Where the claims of both desks stand, which must be the same but for how a round that closed has ended.</summary>
    private async Task LookAtStatesAsync()
    {
        (states, var there) = (await StatesAsync(one), await StatesAsync(other));
        claims = await one.LookAsync(db => db.Claims.Include(c => c.Sources).AsNoTracking().OrderBy(c => c.Number).ToListAsync());
        Assert.Equal(states.Select(s => s.Plain), there.Select(s => s.Plain));
        Closed = states.Exists(s => s.HasClosed && differing.Contains((s.Number, s.Round)));
    }

    private static Task<List<ClaimState>> StatesAsync(TestDesk desk) => desk.LookAsync(db => db.Claims.OrderBy(c => c.Number).Select(c => new ClaimState(
        c.Number, c.Round, c.Stage, c.Ballots.Count(b => b.Round == c.Round && !b.IsSetAside), c.Assignments.Count(a => a.State == AssignmentState.Open))).ToListAsync());

    private void Same(string what, string here, string there)
    {
        Compared += differing.Count > 0 ? 1 : 0;
        Assert.True(here == there, $"{what} tells what is sealed:\n{here}\n——— and on the other desk:\n{there}");
    }

    private T OneOf<T>(params IReadOnlyList<T> values) => values[random.Next(values.Count)];

    private sealed record ClaimState(int Number, int Round, Stage Stage, int Ballots, int Owed)
    {
        public bool HasClosed => Stage is Stage.Agreed or Stage.Disputed;

        /// <summary>The same for agreement and dispute, which are what a closed round tells.</summary>
        public string Plain => $"#{Number} round {Round} {(HasClosed ? "closed" : Stage)} {Ballots} {Owed}";
    }
}
