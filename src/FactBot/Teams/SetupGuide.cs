using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Teams;
using FactBot.Health;

namespace FactBot.Teams;

/// <summary>The steps of the guided <c>/setup</c>: channels, then roles, then a form with times and rules.</summary>
internal static class SetupGuide
{
    public const string Channels = "channels";
    public const string NewChannels = "new-channels";
    public const string Roles = "roles";
    public const string NewRoles = "new-roles";
    public const string Rules = "rules";
    public const string Finish = "finish";
    public const string Shared = "shared";

    public static Reply AskForChannels(SetupDraft draft, IReadOnlyList<ChannelFinding> findings, Words? trouble) => Reply.Show(
        new Card($"Set up FactBot · step 1 of 3: channels")
        {
            Tone = draft.HasChannels && findings.All(f => f.IsWell) ? CardTone.Good : CardTone.Waiting,
            Text = Words.Join("\n",
            [
                LineOf("Reviews", draft.Review, "each claim gets a card with buttons and a thread there"),
                LineOf("Verdicts", draft.Verdicts, "what your team publishes"),
                LineOf("Digest", draft.Digest, "every day, what happened and what waits"),
                .. findings.Where(f => !f.IsWell).Select(f => (Words)$"⚠ {f.Text}"),
                .. trouble is null ? [] : new[] { (Words)$"⚠ {trouble}" },
                .. FindShared(draft.Review, draft.Verdicts, draft.Digest) is { } shared ? new[] { (Words)$"⚠ {shared}" } : [],
            ]),
            Menus =
            [
                MenuFor("Channel for reviews", "review", Channels, MenuKind.Channels),
                MenuFor("Channel for verdicts", "verdicts", Channels, MenuKind.Channels),
                MenuFor("Channel for the digest", "digest", Channels, MenuKind.Channels),
            ],
            Buttons =
            [
                .. draft.HasChannels ? [] : new[] { To($"Create what is missing", NewChannels, ButtonLook.Main) },
                .. draft.HasChannels ? [To(FindShared(draft.Review, draft.Verdicts, draft.Digest) is null ? $"Next: roles" : (Words)$"Use one channel and go on", Roles, ButtonLook.Good)] : Array.Empty<Button>(),
            ],
        });

    /// <summary>Says which purposes would share a channel, and what that means; null if each has its own.</summary>
    public static Words? FindShared(ChannelId? review, ChannelId? verdicts, ChannelId? digest) =>
        review is { } all && review == verdicts && verdicts == digest
            ? $"Reviews, verdicts and the digest would all go to {all}, where verdicts are hard to find among the cards."
        : review is { } cards && review == verdicts
            ? $"Reviews and verdicts would both go to {cards}, where verdicts are hard to find among the cards."
        : review is { } both && review == digest ? $"Reviews and the digest would both go to {both}."
        : verdicts is { } told && verdicts == digest ? (Words)$"Verdicts and the digest would both go to {told}."
        : null;

    /// <summary>Asks for confirmation before one channel is used for several purposes; nothing is set up yet.</summary>
    public static Reply AskAboutShared(Words shared, TeamSetup setup) => Reply.Say(
        $"{shared} Is that what you want? Nothing is set up yet.",
        new Button($"Use one channel", "setup", ("step", Shared), ("zone", setup.Zone), ("time", $"{setup.DigestTime:HH\\:mm}")) { Look = ButtonLook.Main },
        To($"Choose channels", Channels, ButtonLook.Plain));

    public static Reply AskForRoles(SetupDraft draft, Words? trouble) => Reply.Show(
        new Card($"Set up FactBot · step 2 of 3: roles")
        {
            Tone = draft.HasRoles && trouble is null ? CardTone.Good : CardTone.Waiting,
            Text = Words.Join("\n",
            [
                LineOf("Reviewers", draft.Reviewers, "gather sources and vote"),
                LineOf("Editors", draft.Editors, "accept claims, assign, publish"),
                $"Everybody else can submit claims and read. People get their roles in the server’s settings, under Members.",
                .. trouble is null ? [] : new[] { (Words)$"⚠ {trouble}" },
            ]),
            Menus = [MenuFor("Role of reviewers", "reviewers", Roles, MenuKind.Roles), MenuFor("Role of editors", "editors", Roles, MenuKind.Roles)],
            Buttons =
            [
                To($"Back", Channels, ButtonLook.Plain),
                .. draft.HasRoles ? [] : new[] { To($"Create what is missing", NewRoles, ButtonLook.Main) },
                .. draft.HasRoles ? [new Button($"Next: times and rules", "setup", ("step", Rules)) { Look = ButtonLook.Good }] : Array.Empty<Button>(),
            ],
        });

    public static Reply AskForRules(Team team, RatingScales scales) => Reply.Open(new Form(
        $"Set up FactBot · step 3 of 3", "setup", [("step", Finish)],
        [
            new FormField("zone", $"Time zone") { Value = team.Zone, Hint = $"By its IANA name, such as Europe/Kyiv or America/New_York", MaxLength = 60 },
            new FormField("time", $"Time of the daily digest") { Value = $"{team.Digests.Time:HH\\:mm}", Hint = $"In that zone, such as 09:00", MaxLength = 5 },
            new FormField("scale", $"Ratings")
            {
                Kind = FormFieldKind.Choice, Choices = [.. scales.All.Select(s => new Choice(NameOf(s), s.Name))], Value = team.Scale,
            },
            new FormField("quorum", $"Votes that a claim needs")
            {
                Kind = FormFieldKind.Choice, Choices = [.. Enumerable.Range(1, 9).Select(n => new Choice($"{n}", $"{n}"))], Value = $"{team.Rules.Quorum}",
            },
        ]));

    /// <summary>Says what works, what doesn't, and what to do first.</summary>
    public static Reply Finished(Team team, IReadOnlyList<ChannelFinding> findings, Words digest) => Reply.Show(
        new Card($"FactBot is set up")
        {
            Tone = findings.All(f => f.IsWell) ? CardTone.Good : CardTone.Trouble,
            Text = Words.Join("\n",
            [
                .. findings.Select(f => (Words)$"{(f.IsWell ? "✓" : "⚠")} {f.Text}"),
                $"✓ {digest}",
                $"A test message goes to {team.ReviewChannel} now. If it is not there within a minute, {new CommandName("desk doctor")} tells why.",
            ]),
            Fields =
            [
                new($"What to do first", Words.Join("\n",
                [
                    $"1. Give people their roles, {team.ReviewerRole} or {team.EditorRole}: in the server’s settings, under Members.",
                    $"2. Add an article with {new CommandName("article add")}, and let {new CommandName("article suggest")} show what is worth checking; or say a claim with {new CommandName("claim submit")}.",
                    $"3. Press Accept on its card, then Take, Add source and Vote.",
                    $"4. {new CommandName("settings")} shows all rules; {new CommandName("help")} all commands.",
                ])),
            ],
            Buttons = findings.All(f => f.IsWell) ? [] : [new Button($"Check again", "desk doctor")],
        });

    private static string NameOf(RatingScale scale) => $"{scale.Name}: {string.Join(", ", scale.Ratings.Take(3).Select(r => r.Name))} …";

    private static Words LineOf<T>(string name, T? chosen, string what)
        where T : struct => chosen is { } place
            ? (Words)$"**{name}**: {place} · {what}"
            : $"**{name}**: *not chosen yet* · {what}";

    private static Menu MenuFor(string prompt, string option, string step, MenuKind kind) =>
        new(Words.Of(prompt), "setup", option, ("step", step)) { Kind = kind, TurnsPage = true };

    private static Button To(Words label, string step, ButtonLook look) =>
        new(label, "setup", ("step", step)) { Look = look, TurnsPage = true };
}
