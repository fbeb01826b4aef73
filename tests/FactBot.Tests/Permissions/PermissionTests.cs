using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Claims;
using FactBot.Domain.Evidence;
using FactBot.Domain.Teams;

namespace FactBot.Tests.Permissions;

public class PermissionTests
{
    private static readonly TeamId Other = new(9001);

    public static TheoryData<Stage> AllStages => [.. Enum.GetValues<Stage>()];

    /// <summary>docs/permissions.md is written from the code; after a change, this test prints what it should say.</summary>
    [Fact]
    public void The_table_in_the_docs_says_what_the_code_does()
    {
        var written = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "permissions.md")).ReplaceLineEndings("\n");
        var table = PermissionsTable.Of(Commands.All.Select(c => c.Spec));
        Assert.True(written.Contains(table, StringComparison.Ordinal), $"docs/permissions.md should hold:\n{table}");
    }

    /// <summary>Each role, each piece of work, in this stage: what the table allows is done, all else is refused and changes nothing.</summary>
    [Theory]
    [MemberData(nameof(AllStages))]
    public async Task Each_piece_of_work_is_done_by_whom_and_when_the_table_says_and_else_refused(Stage stage)
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SetUpTeamAsync(Other);
        await desk.SubmitsAsync(desk.Fay, "The claim that others repeat.");
        await KeepMessageAsync(desk);
        using var watch = new TableWatch(desk);
        var untouched = new Dictionary<string, string>();
        foreach (var work in Deskwork.All(desk))
        {
            foreach (var (role, actor) in new[] { (DeskRole.Member, desk.Gus), (DeskRole.Reviewer, desk.Ben), (DeskRole.Editor, desk.Ada) })
            {
                var what = $"{role} tries {work.Name} on a claim that is {stage}";
                var need = ClaimInStage.NeedOf(actor, work);
                if (!untouched.Remove(need, out var claim))
                {
                    claim = await ClaimInStage.MakeAsync(desk, stage, actor, work);
                }

                Assert.Equal(stage, (await desk.ClaimAsync(int.Parse(claim, System.Globalization.CultureInfo.InvariantCulture))).Stage);
                var (version, entries) = (watch.Version, watch.AuditEntries);

                var abroad = await DoAsync(desk, actor, work, claim, Other);
                Assert.True(abroad.IsRefusal, $"{what}, from another team, got: {abroad.Text}");
                Assert.True(version == watch.Version, $"{what}, from another team, changed something");

                var reply = await DoAsync(desk, actor, work, claim, desk.Team);
                var isAllowed = role >= work.Spec.RequiredRole && work.Spec.Stages!.Contains(stage);
                Assert.True(isAllowed != reply.IsRefusal, $"{what}, and got: {reply.Text}");
                Assert.True(isAllowed || version == watch.Version, $"{what}, and something changed");
                Assert.True(!isAllowed || entries < watch.AuditEntries, $"{what}, and nothing changed");
                if (!isAllowed)
                {
                    // The next that needs such a claim can have it.
                    untouched[need] = claim;
                }
            }
        }
    }

    [Fact]
    public async Task What_is_for_reviewers_or_editors_is_refused_to_members_and_changes_nothing()
    {
        await using var desk = await TestDesk.SetUpAsync();
        using var watch = new TableWatch(desk);
        var before = watch.Version;
        foreach (var spec in Commands.All.Select(c => c.Spec).Where(s => s.RequiredRole > DeskRole.Member))
        {
            Assert.Contains("Only", (await desk.RunAsync(desk.Gus, spec.Name)).Refusal());
        }

        foreach (var spec in Commands.All.Select(c => c.Spec).Where(s => s.RequiredRole > DeskRole.Reviewer))
        {
            Assert.Contains("Only", (await desk.RunAsync(desk.Ben, spec.Name)).Refusal());
        }

        Assert.Equal(before, watch.Version);
    }

    private static async Task<Reply> DoAsync(TestDesk desk, Person actor, Deskwork work, string claim, TeamId team)
    {
        var options = work.Options.ToDictionary(o => o.Name, o => o.Value);
        var request = desk.RequestOf(actor, work.Spec.Name, work.Options) with { Team = team };
        request = work.Spec.Kind == CommandKind.OnMessage
            ? request with { Message = MessageOf(desk) }
            : request with { Options = new Dictionary<string, string>(options) { ["claim"] = claim } };
        var reply = await desk.Router.RunAsync(request, CancellationToken.None);
        if (reply.Form is not { } form)
        {
            return reply;
        }

        options["claim"] = claim;
        foreach (var (name, value) in form.Known)
        {
            options[name] = value;
        }

        return await desk.Router.RunAsync(
            desk.RequestOf(actor, form.Command) with { Team = team, IsFilledForm = true, Options = options }, CancellationToken.None);
    }

    /// <summary>Who points to a message has it kept, whether a claim can take it or not; here it is kept beforehand.</summary>
    private static async Task KeepMessageAsync(TestDesk desk)
    {
        foreach (var team in new[] { desk.Team, Other })
        {
            var pointing = desk.RequestOf(desk.Dee, "Add as evidence") with { Team = team, Message = MessageOf(desk) };
            Assert.NotNull((await desk.Router.RunAsync(pointing, CancellationToken.None)).Form);
        }
    }

    private static PointedMessage MessageOf(TestDesk desk) =>
        new(new(77), new(101), desk.Fay.Id, desk.Clock.GetUtcNow(), "I saw it.", "https://discord.com/channels/1/2/77");
}
