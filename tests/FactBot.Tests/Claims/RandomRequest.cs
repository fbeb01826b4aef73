using System.Globalization;
using System.Text;
using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Claims;
using FactBot.Domain.Evidence;
using FactBot.Domain.Teams;
using FactBot.Teams;

namespace FactBot.Tests.Claims;

/// <summary>What somebody may ask of the desk, sensible or not: any command with any options.</summary>
internal sealed class RandomRequest(TestDesk desk, Random random)
{
    private static readonly string[] Junk = ["", "0", "-1", "99", "#", "½", "x y", "99999999999999999999", "2147483647"];

    private int markers;

    private Person[] People => [desk.Ada, desk.Hal, desk.Ben, desk.Chi, desk.Dee, desk.Eli, desk.Fay, desk.Gus];

    /// <summary>A command that suits the claim's stage, as a rule, by a person who may, as a rule.</summary>
    public Request Next(IReadOnlyList<Claim> claims)
    {
        // Most of the work is on few claims, so that some come to their end.
        var alive = claims.Where(c => c.Stage is not (Stage.Rejected or Stage.Duplicate or Stage.Split or Stage.Withdrawn)).Take(3).ToList();
        var claim = claims.Count == 0 ? null : random.Next(4) > 0 && alive.Count > 0 ? OneOf(alive) : OneOf(claims);
        return Of(random.Next(2) == 0 && NextStep(claim, alive.Count) is { } step ? Spec(step) : Any(claim), claim);
    }

    public Request Press(Button button, IReadOnlyList<Claim> claims) =>
        desk.RequestOf(Somebody(Spec(button.Command)), button.Command, button.Options) with { Message = null, Options = Given(button, claims) };

    /// <summary>A filled form; sometimes with a field left empty.</summary>
    public Request Fill(Form form, Person person, Claim? claim) =>
        desk.RequestOf(
            person, form.Command,
            [.. form.Known, .. form.Fields.Where(f => random.Next(25) > 0).Select(f => (f.Name, Value(f.Name, claim, form.Command)))]) with
        {
            IsFilledForm = true,
        };

    public Request Of(CommandSpec spec, Claim? claim)
    {
        var options = spec.Options.Where(o => o.Kind != OptionKind.File)
            .Where(o => o.Name == "claim" || random.Next(o.IsRequired ? 25 : 2) > 0)
            .Select(o => (o.Name, Value(o.Name, claim, spec.Name))).ToList();
        if (spec.Kind == CommandKind.ButtonOnly)
        {
            options.AddRange([("claim", Value("claim", claim, spec.Name)), ("source", Value("source", claim, spec.Name))]);
        }

        return desk.RequestOf(Somebody(spec), spec.Name, [.. options]) with
        {
            Message = spec.Kind == CommandKind.OnMessage ? Pointed() : null,
            Files = spec.Name == "article add" && random.Next(2) == 0
                ? new Dictionary<string, AttachedFile> { ["file"] = new("a.txt", 100, _ => Task.FromResult(Encoding.UTF8.GetBytes(Sentences()))) }
                : new Dictionary<string, AttachedFile>(),
        };
    }

    public Person Somebody(CommandSpec spec)
    {
        var people = People;
        return random.Next(5) == 0 ? OneOf(people) : OneOf(people[..(spec.RequiredRole == DeskRole.Editor ? 2 : spec.RequiredRole == DeskRole.Reviewer ? 6 : 8)]);
    }

    private static CommandSpec Spec(string name) => CommandRouter.Find(name)!;

    /// <summary>What would bring the claim on.</summary>
    private string? NextStep(Claim? claim, int alive) => claim switch
    {
        _ when alive < 3 => "claim submit",
        { Proposal: not null } => "verdict approve",
        { Stage: Stage.Submitted } => "triage",
        { Stage: Stage.Open } when !claim.StandingSources.Any() => "evidence add",
        { Stage: Stage.Open } => "vote",
        { Stage: Stage.Disputed } => OneOf("assign", "assign-auto", "verdict publish"),
        { Stage: Stage.Agreed } => "verdict publish",
        { Stage: Stage.Published } => "verdict correct",
        _ => null,
    };

    private CommandSpec Any(Claim? claim)
    {
        var fitting = Commands.All.Select(c => c.Spec).Where(s => claim is not null && s.Stages?.Contains(claim.Stage) == true).ToList();
        return random.Next(3) > 0 && fitting.Count > 0 ? OneOf(fitting) : OneOf(Commands.All).Spec;
    }

    private Dictionary<string, string> Given(Button button, IReadOnlyList<Claim> claims)
    {
        var options = button.Options.ToDictionary(o => o.Name, o => o.Value);
        if (random.Next(20) == 0)
        {
            options["claim"] = Value("claim", claims.Count == 0 ? null : OneOf(claims), button.Command);
        }

        return options;
    }

    private string Value(string option, Claim? claim, string command) => option switch
    {
        // A reason must be one that can be found again, and a junk one could stand anywhere.
        "reason" when command == "vote" => Marker(),
        _ when random.Next(40) == 0 => OneOf(Junk),
        "claim" or "of" => random.Next(15) == 0 ? OneOf(Junk) : Number(option == "of" ? random.Next(1, 5) : claim?.Number ?? 1),
        "action" => OneOf("accept", "accept", "accept", "accept", "accept", "reject", "duplicate", "split"),
        "reason" => "A word why",
        "reviewer" or "to" or "from" => $"{OneOf(People).Id}",
        "rating" => claim is null ? "q00q" : command == "vote" ? MarkedScales.For(claim, random) : MarkedScales.OfEditors(claim.Scale),
        "confidence" => OneOf("low", "medium", "high"),
        "due" => OneOf("24h", "2d", "2027-01-31", "1h"),
        "until" => OneOf("2d", "back", "1h"),
        "topics" => OneOf("trams", "health", "trams, budget", "any"),
        "url" => $"https://site{random.Next(4)}.example/{random.Next(6)}",
        "stance" => OneOf("supports", "refutes", "context"),
        "source" => Number(random.Next(1, 4)),
        "stage" => OneOf(Enum.GetNames<Stage>()).ToLowerInvariant(),
        "sort" => OneOf("newest", "demand", "priority", "age", "due"),
        "priority" => OneOf("breaking", "normal", "slow"),
        "count" or "quorum" => Number(random.Next(1, 4)),
        "rule" => OneOf(Settings.All).Key,
        "value" => OneOf("on", "off", "1", "2", "3", "24", "majority", "unanimous", "two-thirds", "other", "default"),
        "days" => OneOf("7", "30", "365"),
        "article" => Number(random.Next(1, 3)),
        "said" => "2026-01-31",
        "review" or "verdicts" or "digest" => "101",
        "reviewers" or "editors" => option == "editors" ? "202" : "201",
        "zone" => "Europe/Kyiv",
        "time" => "09:00",
        "parts" => "The first part.\nThe second part.",
        "text" => Sentences(),
        "message" => Number(random.Next(70, 73)),
        _ => OneOf("Some words", "Other words", new string('w', random.Next(1, 3000))),
    };

    /// <summary>A reason that no other text holds.</summary>
    private string Marker() => string.Create(CultureInfo.InvariantCulture, $"because{markers++:0000}because");

    private string Sentences() => $"The plan has {random.Next(9)} points. It was signed in {OneOf("Oslo", "Kyiv")}.";

    private PointedMessage Pointed() => new(
        new((ulong)random.Next(70, 73)), new(101), OneOf(People).Id, desk.Clock.GetUtcNow(), Sentences(), $"https://discord.com/channels/1/2/{random.Next(70, 73)}");

    private T OneOf<T>(params IReadOnlyList<T> values) => values[random.Next(values.Count)];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
