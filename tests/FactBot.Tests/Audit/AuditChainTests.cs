using FactBot.Audit;
using FactBot.Chat;
using FactBot.Domain.Audit;
using FactBot.Domain.Teams;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Tests.Audit;

public class AuditChainTests
{
    [Fact]
    public async Task A_trail_as_it_was_written_has_no_flaw()
    {
        await using var desk = await WorkedAsync();
        Assert.Empty(await FlawsAsync(desk));
    }

    [Theory]
    [InlineData("UPDATE Audit SET Action = 'rejected' WHERE Number = 3", 3, "was changed")]
    [InlineData("UPDATE Audit SET Who = 7 WHERE Number = 3", 3, "was changed")]
    [InlineData("UPDATE Audit SET At = At + 60000 WHERE Number = 3", 3, "was changed")]
    [InlineData("UPDATE Audit SET Details = replace(Details, 'true', 'false') WHERE Number = 5", 5, "are not those that were written")]
    [InlineData("DELETE FROM Audit WHERE Number = 4", 4, "is missing")]
    [InlineData("DELETE FROM Audit WHERE Number = 1", 1, "is missing")]
    [InlineData("DELETE FROM Audit WHERE Number = (SELECT max(Number) FROM Audit)", 7, "is missing")]
    [InlineData("UPDATE Audit SET Hash = '00' WHERE Number = 2", 2, "was changed")]
    [InlineData("INSERT INTO Audit (TeamId, Number, Action, At, Hash, Previous, Subject) SELECT TeamId, Number + 7, Action, At, Hash, Previous, Subject FROM Audit WHERE Number = 1", 8, "was")]
    public async Task A_changed_a_removed_and_an_inserted_entry_are_found_and_named(string tampering, int number, string what)
    {
        await using var desk = await WorkedAsync();
        await using (var connection = new SqliteConnection($"Data Source={desk.DatabasePath};Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Nobody's input: the cases above.
            command.CommandText = tampering;
#pragma warning restore CA2100
            Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }

        var flaw = (await FlawsAsync(desk))[0];
        Assert.Equal(number, flaw.Number);
        Assert.Contains(what, flaw.What);
    }

    [Fact]
    public async Task The_trail_of_a_claim_tells_who_did_what_and_neither_words_nor_ratings()
    {
        await using var desk = await WorkedAsync();
        var card = (await desk.RunAsync(desk.Chi, "audit show", ("claim", "1"))).Card!;
        Assert.Contains($"{desk.Ada.Id} accepted claim #1", card.Text!.ToString());
        Assert.Contains($"{desk.Ben.Id} voted on claim #1", card.Text!.ToString());
        Assert.DoesNotContain("read the source", card.Text!.ToString());
        Assert.DoesNotContain("true", card.Text!.ToString(), StringComparison.OrdinalIgnoreCase);
        (await desk.RunAsync(desk.Fay, "audit show")).Refusal();
        Assert.Contains("set up", (await desk.RunAsync(desk.Chi, "audit show")).Card!.Text!.ToString());
    }

    [Fact]
    public async Task A_digest_carries_the_head_of_the_trail()
    {
        await using var desk = await WorkedAsync();
        var head = await desk.LookAsync(db => db.Audit.OrderBy(e => e.Number).LastAsync());
        Assert.Contains($"entry {head.Number}, {head.Hash[..16]}", (await desk.RunAsync(desk.Ada, "digest preview")).Card!.Footer!.ToString());
    }

    private static async Task<TestDesk> WorkedAsync()
    {
        var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.VotesAsync(desk.Ben, "true");
        await desk.VotesAsync(desk.Chi, "true");
        await desk.VotesAsync(desk.Dee, "false");
        return desk;
    }

    private static Task<List<AuditFlaw>> FlawsAsync(TestDesk desk) => desk.LookAsync(async db =>
    {
        var team = await db.Teams.SingleAsync();
        return AuditChain.FindFlaws(db.Audit.AsNoTracking().OrderBy(e => e.Number), team.AuditLength, team.AuditHead).ToList();
    });
}
