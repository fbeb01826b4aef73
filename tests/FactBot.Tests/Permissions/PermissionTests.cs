using FactBot.Chat;
using FactBot.Claims;
using FactBot.Teams;
using Microsoft.Data.Sqlite;

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
        foreach (var work in Deskwork.All(desk))
        {
            foreach (var (role, actor) in new[] { (DeskRole.Member, desk.Gus), (DeskRole.Reviewer, desk.Ben), (DeskRole.Editor, desk.Ada) })
            {
                var what = $"{role} tries {work.Name} on a claim that is {stage}";
                var claim = await ClaimInStage.MakeAsync(desk, stage, actor, work);
                Assert.Equal(stage, (await desk.ClaimAsync(int.Parse(claim, System.Globalization.CultureInfo.InvariantCulture))).Stage);
                var before = Dump(desk);

                var abroad = await DoAsync(desk, actor, work, claim, Other);
                Assert.True(abroad.IsRefusal, $"{what}, from another team, got: {abroad.Text}");
                Assert.True(before == Dump(desk), $"{what}, from another team, changed something");

                var reply = await DoAsync(desk, actor, work, claim, desk.Team);
                var isAllowed = role >= work.Spec.Who && work.Spec.Stages!.Contains(stage);
                Assert.True(isAllowed != reply.IsRefusal, $"{what}, and got: {reply.Text}");
                Assert.True(isAllowed != (before == Dump(desk)), $"{what}, and {(isAllowed ? "nothing" : "something")} changed");
            }
        }
    }

    [Fact]
    public async Task What_is_for_reviewers_or_editors_is_refused_to_members_and_changes_nothing()
    {
        await using var desk = await TestDesk.SetUpAsync();
        var before = Dump(desk);
        foreach (var spec in Commands.All.Select(c => c.Spec).Where(s => s.Who > DeskRole.Member))
        {
            Assert.Contains("Only", (await desk.RunAsync(desk.Gus, spec.Name)).Refusal());
        }

        foreach (var spec in Commands.All.Select(c => c.Spec).Where(s => s.Who > DeskRole.Reviewer))
        {
            Assert.Contains("Only", (await desk.RunAsync(desk.Ben, spec.Name)).Refusal());
        }

        Assert.Equal(before, Dump(desk));
    }

    private static async Task<Reply> DoAsync(TestDesk desk, Person actor, Deskwork work, string claim, TeamId team)
    {
        var options = work.Options.ToDictionary(o => o.Name, o => o.Value);
        var request = desk.RequestOf(actor, work.Spec.Name) with { Team = team };
        request = work.Spec.Kind == CommandKind.OnMessage
            ? request with { Message = new PointedMessage(new(77), new(101), desk.Fay.Id, desk.Clock.GetUtcNow(), "I saw it.", "https://discord.com/channels/1/2/77") }
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

    /// <summary>All that the desk keeps of what was decided: every row of every table that a command could change.</summary>
    private static string Dump(TestDesk desk)
    {
        using var connection = new SqliteConnection($"Data Source={desk.DatabasePath};Mode=ReadOnly;Pooling=False");
        connection.Open();
        string[] tables = ["Claims", "Assignments", "Ballots", "Sources", "Verdicts", "Wants", "Audit", "Articles", "Digests", "Posts"];
        return string.Join('\n', tables.Select(table => $"{table}\n{Rows(connection, table)}"));
    }

    private static string Rows(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names are the constants above.
        command.CommandText = $"SELECT * FROM {table} ORDER BY 1, 2";
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new System.Text.StringBuilder();
        while (reader.Read())
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                rows.Append(reader.GetValue(i)).Append('|');
            }

            rows.Append('\n');
        }

        return rows.ToString();
    }
}
