using FactBot.Chat;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Tests.Chat;

public class BadInputTests
{
    public static TheoryData<string, (string, string)[], string> Requests => new()
    {
        { "claim submit", [("text", new string('x', 1001))], "1,001 characters long; at most 1,000" },
        { "claim submit", [("text", "  ")], "**text**; it was left empty" },
        { "claim submit", [("text", "A"), ("article", "7")], "no article “7”" },
        { "claim submit", [("text", "A"), ("said", "yesterday")], "no date" },
        { "claim submit", [("text", "A"), ("said", "2031-01-01")], "still to come" },
        { "claim submit", [("text", "A"), ("claimant", new string('x', 101))], "at most 100" },
        { "claim show", [("claim", "99")], "no claim “99”" },
        { "claim show", [("claim", "twelve")], "no claim “twelve”" },
        { "claim show", [("claim", "99999999999999999999")], "no claim" },
        { "claim list", [("stage", "lost")], "no stage" },
        { "vote", [("claim", "1"), ("rating", "half-true"), ("reason", "R")], "no rating of this team" },
        { "vote", [("claim", "1"), ("rating", "true"), ("reason", "R"), ("confidence", "total")], "no confidence" },
        { "vote", [("claim", "1"), ("rating", "true"), ("reason", new string('x', 1001))], "at most 1,000" },
        { "evidence add", [("claim", "1"), ("url", "javascript:alert(1)"), ("stance", "supports")], "no public web address" },
        { "evidence add", [("claim", "1"), ("url", "https://example.org/report"), ("stance", "supports")], "already as source 1" },
        { "evidence add", [("claim", "1"), ("url", "https://a.example"), ("stance", "dislikes")], "no stance" },
        { "evidence add", [("claim", "1"), ("url", "https://a.example"), ("stance", "1")], "no stance" },
        { "evidence add", [("claim", "1"), ("url", "https://user:secret@a.example/"), ("stance", "context")], "without a password" },
        { "evidence add", [("claim", "1"), ("url", "http://localhost/x"), ("stance", "context")], "no public web address" },
        { "claim submit", [("text", "\u200B\u200B")], "**text**; it was left empty" },
        { "triage", [("claim", "1"), ("action", "accept")], "has already been triaged" },
        { "triage", [("claim", "1"), ("action", "burn")], "no action" },
        { "assign", [("claim", "1"), ("reviewer", "700000000000000002"), ("due", "soon")], "no due time" },
        { "assign", [("claim", "1"), ("reviewer", "700000000000000002"), ("due", "0h")], "has passed" },
        { "assign", [("claim", "1"), ("reviewer", "777")], "somebody of this server" },
        { "verdict show", [("claim", "1")], "no verdict yet" },
        { "verdict publish", [("claim", "1")], "cannot be published" },
        { "article show", [("article", "x")], "no article “x”" },
        { "article add", [("url", "not a url")], "no public web address" },
        { "article add", [("url", "https://example.org/" + new string('ж', 300))], "longer than 600" },
        { "no such command", [], "no longer knows" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Bad_input_gets_one_clear_sentence_and_changes_nothing(
        string command, (string, string)[] options, string expected)
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        var before = await desk.LookAsync(db => db.Audit.CountAsync());

        Assert.Contains(expected, (await desk.RunAsync(desk.Ada, command, options)).Refusal());
        Assert.Equal(before, await desk.LookAsync(db => db.Audit.CountAsync()));
    }

    [Theory]
    [InlineData("zone", "Mars/Olympus", "no time zone “Mars/Olympus”")]
    [InlineData("time", "25:00", "no time of the day")]
    [InlineData("editors", "9000", "cannot be everyone")]
    [InlineData("editors", "201", "need two roles")]
    [InlineData("review", "here", "must be a channel")]
    public async Task A_wrong_setup_is_refused_whole(string option, string value, string expected)
    {
        await using var desk = await TestDesk.BareAsync();
        var options = new Dictionary<string, string>
        {
            ["review"] = "101",
            ["verdicts"] = "102",
            ["digest"] = "103",
            ["reviewers"] = "201",
            ["editors"] = "202",
            ["zone"] = "Europe/Kyiv",
            ["time"] = "09:00",
            [option] = value,
        };
        var reply = await desk.RunAsync(desk.Ada, "setup", [.. options.Select(o => (o.Key, o.Value))]);
        Assert.Contains(expected, reply.Refusal());
        Assert.Equal(0, await desk.LookAsync(db => db.Teams.CountAsync()));
    }
}
