using System.Text.Json;
using FactBot.Discord;
using FactBot.Discord.Gateway;
using FactBot.Discord.Rest;
using FactBot.Discord.Wire;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FactBot.Benchmarks;

/// <summary>
/// The vote as one would write it first: a handler over the same client that reads the claim with EF Core and saves one row in
/// one commit, with nothing sealed, recorded, checked or posted. FactBot is measured against it.
/// </summary>
internal static class PlainBot
{
    public const string Command = "plain";

    private const int Claims = 5_000;

    public static async Task<int> RunAsync()
    {
        var database = Environment.GetEnvironmentVariable("FACTBOT_Storage__Path")!;
        await using (var db = new PlainDb(database))
        {
            if (await db.Database.EnsureCreatedAsync())
            {
                await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL");
                db.Claims.AddRange(Enumerable.Range(1, Claims).Select(number => new PlainClaim { Number = number }));
                await db.SaveChangesAsync();
            }
        }

        var services = new ServiceCollection();
        services.AddLogging(log => log.SetMinimumLevel(LogLevel.Warning));
        services.Configure<DiscordOptions>(o =>
        {
            o.Token = Environment.GetEnvironmentVariable("FACTBOT_Discord__Token")!;
            o.ApiUrl = new Uri(Environment.GetEnvironmentVariable("FACTBOT_Discord__ApiUrl")!);
        });
        services.AddDiscord();
        services.AddSingleton<IDispatchListener>(p => new Listener(database, p.GetRequiredService<IDiscordRest>));
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<IGateway>().RunAsync(CancellationToken.None);
        return 0;
    }

    private sealed class Listener(string database, Func<IDiscordRest> rest) : IDispatchListener
    {
        public void Receive(Dispatch dispatch)
        {
            if (dispatch.ReadReady() is { } ready)
            {
                _ = rest().OverwriteGlobalCommandsAsync(ready.Application.Id, [], CancellationToken.None);
            }
            else if (dispatch.ReadInteraction() is { } interaction)
            {
                _ = Task.Run(() => AnswerAsync(interaction));
            }
        }

        private async Task AnswerAsync(Interaction interaction)
        {
            var answer = interaction.Data!.Name == "vote" ? await VoteAsync(interaction) : "/vote votes on a claim.";
            await rest().RespondAsync(interaction.Id, interaction.Token, InteractionResponse.Message(new MessageBody { Content = answer }), CancellationToken.None);
        }

        private async Task<string> VoteAsync(Interaction interaction)
        {
            var options = interaction.Data!.Options!.ToDictionary(o => o.Name, o => ((JsonElement)o.Value!).GetString()!);
            await using var db = new PlainDb(database);
            var number = int.Parse(options["claim"], System.Globalization.CultureInfo.InvariantCulture);
            var claim = await db.Claims.SingleAsync(c => c.Number == number);
            db.Votes.Add(new PlainVote { Claim = claim.Number, Person = (long)interaction.Member!.User!.Id.Value, Rating = options["rating"], Reason = options["reason"] });
            await db.SaveChangesAsync();
            return $"Your vote on #{number} is in.";
        }
    }

    private sealed class PlainDb(string path) : DbContext
    {
        public DbSet<PlainClaim> Claims => Set<PlainClaim>();

        public DbSet<PlainVote> Votes => Set<PlainVote>();

        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
            optionsBuilder.UseSqlite(new SqliteConnectionStringBuilder { DataSource = path }.ToString());

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<PlainClaim>().HasKey(c => c.Number);
            modelBuilder.Entity<PlainClaim>().Property(c => c.Number).ValueGeneratedNever();
            modelBuilder.Entity<PlainVote>().HasIndex(v => v.Claim);
        }
    }

    internal sealed class PlainClaim
    {
        public int Number { get; init; }

        public string Text { get; init; } = "";
    }

    internal sealed class PlainVote
    {
        public long Id { get; init; }

        public int Claim { get; init; }

        public long Person { get; init; }

        public string Rating { get; init; } = "";

        public string Reason { get; init; } = "";
    }
}
