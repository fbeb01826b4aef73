using FactBot.Domain;
using FactBot.Domain.Claims;
using FactBot.Text.Characters;
using FactBot.Text.Terms;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Tests.Privacy;

/// <summary>What has to be true at the end of a history: of who was forgotten nothing is left, and all else is there.</summary>
internal sealed partial class ForgettingHistory
{
    private async Task CheckAsync()
    {
        (desk.Chat.Whim, desk.Chat.LosesAnswers) = (null, null);
        for (var night = 0; night < 4; night++)
        {
            desk.Clock.Advance(TimeSpan.FromHours(7));
            await desk.PassNightAsync();
        }

        Assert.Empty(await desk.LookAsync(db => db.OpenErasures.ToListAsync()));
        string[] lost = [.. forgotten.Select(p => $"{p.Id}"), .. gone];
        foreach (var message in desk.Chat.Messages)
        {
            if (lost.FirstOrDefault(l => Surface.TextsOf(message).Any(t => t.Contains(l, StringComparison.Ordinal))) is { } left)
            {
                var post = await desk.LookAsync(db => db.Posts.Where(p => p.Message == message.Id).Select(p => $"{p.Kind} {p.Names}").FirstOrDefaultAsync());
                Assert.Fail($"{left} is in the chat, in {message.Channel} as {message.Id}, of the post {post ?? "of none"}: {string.Join(" | ", Surface.TextsOf(message))}");
            }
        }

        Assert.Empty(await FindInRowsAsync(lost));
        foreach (var (name, bytes) in Traces.FilesOf(desk))
        {
            Assert.Empty(lost.Where(l => bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(l)) >= 0).Select(l => $"{seed}: {l} in {Path.GetFileName(name)}"));
            Assert.Empty(forgotten.Where(p => bytes.AsSpan().IndexOf(FactBot.Privacy.Fingerprints.BytesOf((long)p.Id.Value)) >= 0).Select(p => $"{seed}: {p.Id} as a number in {Path.GetFileName(name)}"));
        }

        var stems = gone.SelectMany(w => MatchText.Of(w).Terms.Select(t => t.Stem)).ToList();
        Assert.Equal(0, await desk.LookAsync(db => db.Database.SqlQueryRaw<int>("SELECT count(*) AS Value FROM ClaimWords WHERE Word IN (SELECT value FROM json_each({0}))", System.Text.Json.JsonSerializer.Serialize(stems)).SingleAsync()));
        foreach (var person in forgotten)
        {
            Assert.Equal("FactBot keeps nothing about you in this server.", (await desk.RunAsync(person, "me data")).Answer());
        }

        await Traces.AssertTrailAsync(desk);
        var claims = await desk.LookAsync(db => db.ClaimsWhole.AsNoTracking().ToListAsync());
        Assert.All(claims.Where(c => c.Stage == Stage.Published), c => Assert.NotNull(c.Verdict));
        Assert.Equal(claims.Count, await desk.LookAsync(db => db.Teams.Select(t => t.LastClaimNumber).FirstAsync()));
    }

    /// <summary>What stands in a row still, and in which table.</summary>
    private async Task<List<string>> FindInRowsAsync(string[] lost)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={desk.DatabasePath};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var tables = new List<string>();
        await using var list = connection.CreateCommand();
        list.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0";
        await using (var names = await list.ExecuteReaderAsync(TestContext.Current.CancellationToken))
        {
            while (await names.ReadAsync(TestContext.Current.CancellationToken))
            {
                tables.Add(names.GetString(0));
            }
        }

        var found = new List<string>();
        foreach (var table in tables)
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The database's own names.
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await rows.ReadAsync(TestContext.Current.CancellationToken))
            {
                for (var i = 0; i < rows.FieldCount; i++)
                {
                    var cell = rows.GetValue(i) is byte[] bytes ? System.Text.Encoding.UTF8.GetString(bytes) : $"{rows.GetValue(i)}";
                    found.AddRange(lost.Where(l => cell.Contains(l, StringComparison.Ordinal)).Select(l => $"{l} in {table}.{rows.GetName(i)}: {Clip.To(cell, 200)}"));
                }
            }
        }

        return found;
    }
}
