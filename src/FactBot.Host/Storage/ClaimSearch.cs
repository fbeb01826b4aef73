using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using FactBot.Domain;
using FactBot.Domain.Claims;
using FactBot.Domain.Verdicts;
using FactBot.Text.Matching;
using FactBot.Text.Terms;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace FactBot.Host.Storage;

/// <summary>
/// The claim index in SQLite: a full-text table (FTS5) of their words, and the number of a team's claims that contain each
/// word. It is derived from the claims, so it is created at startup rather than by a migration.
/// </summary>
internal sealed class ClaimSearch(SqliteFactBotDbContext db) : IClaimSearch
{
    /// <summary>
    /// The most rows of the full-text table that one search may touch, over all words. With 30,000, a search finds no more and
    /// takes half as long again.
    /// </summary>
    private const int Reach = 6_000;

    /// <summary>Stands for a word in every claim, so that its count is the number of claims.</summary>
    private const string EachClaim = "";

    /// <summary>Separates a team's id from a word; the tokenizer treats it as a letter.</summary>
    private const char AfterTeam = '_';

    private const string Tables = """
        CREATE VIRTUAL TABLE IF NOT EXISTS ClaimIndex USING fts5(text, title, summary, wordings, tokenize = "unicode61 remove_diacritics 0 tokenchars '_.,'");
        CREATE TABLE IF NOT EXISTS ClaimWords (Team INTEGER NOT NULL, Word TEXT NOT NULL, Claims INTEGER NOT NULL, PRIMARY KEY (Team, Word)) WITHOUT ROWID;
        INSERT INTO ClaimIndex (ClaimIndex, rank) VALUES ('secure-delete', 1);
        """;

    /// <summary>The index version. Increase it when stems or columns change: older indexes are then rebuilt.</summary>
    private const int FormOfWords = 2;

    /// <summary>An id no team has. Its row stores the index version.</summary>
    private const long NoTeam = 0;

    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        if (await NumberAsync("SELECT count(*) FROM pragma_table_info('ClaimIndex') WHERE name = 'text'", cancellationToken) > 0
            && await NumberAsync("SELECT count(*) FROM pragma_table_info('ClaimIndex') WHERE name = 'wordings'", cancellationToken) == 0)
        {
            await db.Database.ExecuteSqlRawAsync("DROP TABLE ClaimIndex", cancellationToken);
        }

        await db.Database.ExecuteSqlRawAsync(Tables, cancellationToken);
    }

    public Task<int> CountClaimsAsync(CancellationToken cancellationToken) => CountClaimsAsync(db.CurrentTeam, cancellationToken);

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(IReadOnlyCollection<string> words, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, int>(words.Count);
        await using var command = Command(
            "SELECT w.Word, w.Claims FROM json_each($words) AS j CROSS JOIN ClaimWords AS w ON w.Team = $team AND w.Word = j.value AND w.Claims > 0",
            ("$words", JsonSerializer.Serialize(words)), ("$team", TeamKey(db.CurrentTeam)));
        await ReadAsync(command, row => counts[row.GetString(0)] = row.GetInt32(1), cancellationToken);
        return counts;
    }

    public async Task<IReadOnlyDictionary<string, int>> FindWordsAsync(
        string beginning, int shortest, int longest, CancellationToken cancellationToken)
    {
        var words = new Dictionary<string, int>();
        await using var command = Command(
            "SELECT Word, Claims FROM ClaimWords WHERE Team = $team AND Word >= $from AND Word < $to AND Claims > 0 AND length(Word) BETWEEN $shortest AND $longest",
            ("$team", TeamKey(db.CurrentTeam)), ("$from", beginning), ("$to", beginning + char.MaxValue), ("$shortest", shortest), ("$longest", longest));
        await ReadAsync(command, row => words[row.GetString(0)] = row.GetInt32(1), cancellationToken);
        return words;
    }

    public async Task<IReadOnlyList<long>> FindClaimsAsync(IReadOnlyCollection<string> words, int most, CancellationToken cancellationToken)
    {
        var counts = await CountAsync(words, cancellationToken);
        var total = await CountClaimsAsync(cancellationToken);
        var reach = 0;
        // Rarest words first: a word in every other claim costs much and says little.
        var chosen = words.Where(counts.ContainsKey).OrderBy(w => counts[w])
            .TakeWhile((w, place) => (reach += counts[w]) <= Reach || place == 0).ToList();
        var scores = new Dictionary<long, double>();
        foreach (var word in chosen)
        {
            var rarity = Math.Log(1 + (total / (double)counts[word]));
            await using var command = Command(
                "SELECT rowid FROM ClaimIndex WHERE ClaimIndex MATCH $match",
                ("$match", $"\"{TeamWord(db.CurrentTeam)}{word}\""));
            await ReadAsync(command, row => scores[row.GetInt64(0)] = scores.GetValueOrDefault(row.GetInt64(0)) + rarity, cancellationToken);
        }

        return [.. scores.OrderByDescending(s => s.Value).ThenByDescending(s => s.Key).Take(most).Select(s => s.Key)];
    }

    /// <summary>Rebuilds the index if it doesn't match the claims, as in a database from before the index existed.</summary>
    /// <param name="endedCleanly">Whether the database is as this program left it, so that nothing has to be counted.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task MendAsync(bool endedCleanly, CancellationToken cancellationToken)
    {
        var form = await NumberAsync("SELECT Claims FROM ClaimWords WHERE Team = $team AND Word = $each", cancellationToken, ("$team", NoTeam), ("$each", EachClaim));
        if (form == FormOfWords && (endedCleanly || await HasEachClaimAsync(cancellationToken)))
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await RunAsync("DELETE FROM ClaimIndex", cancellationToken);
        await RunAsync("DELETE FROM ClaimWords", cancellationToken);
        await RunAsync("INSERT INTO ClaimWords (Team, Word, Claims) VALUES ($team, $each, $form)", cancellationToken, ("$team", NoTeam), ("$each", EachClaim), ("$form", FormOfWords));
        var counts = new Dictionary<TeamId, Dictionary<string, int>>();
        await foreach (var claim in Known(db.Claims).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var fields = FieldsOf(claim);
            await InsertAsync(claim.Id, fields, cancellationToken);
            var words = CollectionsMarshal.GetValueRefOrAddDefault(counts, claim.Team, out _) ??= [];
            foreach (var word in WordsOf(fields))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(words, word, out _)++;
            }
        }

        foreach (var (team, words) in counts)
        {
            await RunAsync(
                "INSERT INTO ClaimWords (Team, Word, Claims) SELECT $team, key, value FROM json_each($words)", cancellationToken,
                ("$team", TeamKey(team)), ("$words", JsonSerializer.Serialize(words)));
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<bool> HasEachClaimAsync(CancellationToken cancellationToken) =>
        await NumberAsync("SELECT count(*) FROM ClaimIndex", cancellationToken) == await db.Claims.IgnoreQueryFilters().CountAsync(cancellationToken);

    /// <summary>Indexes a claim as stored, with the summary of its published verdict.</summary>
    public async Task PutAsync(long claim, CancellationToken cancellationToken) =>
        await PutAsync(await Known(db.Claims.Where(c => c.Id == claim)).SingleAsync(cancellationToken), cancellationToken);

    /// <summary>Adds a claim to the index, or updates it.</summary>
    public async Task PutAsync(ClaimTexts claim, CancellationToken cancellationToken)
    {
        var before = await WordsOfAsync(claim.Id, cancellationToken);
        var fields = FieldsOf(claim);
        if (before.Count > 0)
        {
            await RunAsync("DELETE FROM ClaimIndex WHERE rowid = $id", cancellationToken, ("$id", claim.Id));
        }

        await InsertAsync(claim.Id, fields, cancellationToken);
        var after = WordsOf(fields);
        await CountAsync(claim.Team, after.Except(before), 1, cancellationToken);
        await CountAsync(claim.Team, before.Except(after), -1, cancellationToken);
    }

    /// <summary>Returns the texts that find a claim.</summary>
    private IQueryable<ClaimTexts> Known(IQueryable<Claim> claims)
    {
        var now = db.Time.GetUtcNow();
        return claims.IgnoreQueryFilters().Select(c => new ClaimTexts(
            c.Id,
            c.TeamId,
            c.Text,
            db.Articles.IgnoreQueryFilters().Where(a => c.Appearance != null && a.Id == c.Appearance.ArticleId).Select(a => a.Title).FirstOrDefault(),
            c.Verdicts.AsQueryable().Where(Verdict.IsInForce(now)).Select(v => v.Summary).FirstOrDefault(),
            db.Wordings.IgnoreQueryFilters().Where(w => w.TeamId == c.TeamId && w.Claim == c.Number).Select(w => w.Text).ToList()));
    }

    private Task InsertAsync(long claim, string[] fields, CancellationToken cancellationToken) => RunAsync(
        "INSERT INTO ClaimIndex (rowid, text, title, summary, wordings) VALUES ($id, $text, $title, $summary, $wordings)", cancellationToken,
        ("$id", claim), ("$text", fields[0]), ("$title", fields[1]), ("$summary", fields[2]), ("$wordings", fields[3]));

    private static string[] FieldsOf(ClaimTexts known) =>
    [
        WordsIn(known.Team, known.Text), WordsIn(known.Team, known.Title), WordsIn(known.Team, known.Summary),
        string.Join(' ', known.Wordings.Select(w => WordsIn(known.Team, w))),
    ];

    private static HashSet<string> WordsOf(string[] fields) => [.. fields.SelectMany(WordsOf), EachClaim];

    /// <summary>Returns a text's words for the full-text table, each prefixed with its team to keep teams apart.</summary>
    private static string WordsIn(TeamId team, string? text) =>
        string.Join(' ', MatchText.Of(text).Terms.Select(t => TeamWord(team) + t.Stem));

    private static IEnumerable<string> WordsOf(string field) =>
        field.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w[(w.IndexOf(AfterTeam, StringComparison.Ordinal) + 1)..]);

    private static string TeamWord(TeamId team) => string.Create(CultureInfo.InvariantCulture, $"{team.Value}{AfterTeam}");

    private static long TeamKey(TeamId team) => (long)team.Value;

    private async Task<int> CountClaimsAsync(TeamId team, CancellationToken cancellationToken) => (int)await NumberAsync(
        "SELECT coalesce(sum(Claims), 0) FROM ClaimWords WHERE Team = $team AND Word = $each", cancellationToken, ("$team", TeamKey(team)), ("$each", EachClaim));

    private async Task<HashSet<string>> WordsOfAsync(long claim, CancellationToken cancellationToken)
    {
        var words = new HashSet<string>();
        await using var command = Command("SELECT text, title, summary, wordings FROM ClaimIndex WHERE rowid = $id", ("$id", claim));
        await ReadAsync(command, row => words.UnionWith(Enumerable.Range(0, 4).SelectMany(i => WordsOf(row.GetString(i))).Append(EachClaim)), cancellationToken);
        return words;
    }

    private Task CountAsync(TeamId team, IEnumerable<string> words, int change, CancellationToken cancellationToken) => RunAsync(
        "INSERT INTO ClaimWords (Team, Word, Claims) SELECT $team, value, $change FROM json_each($words) WHERE true ON CONFLICT DO UPDATE SET Claims = Claims + $change",
        cancellationToken, ("$team", TeamKey(team)), ("$words", JsonSerializer.Serialize(words)), ("$change", change));

    private async Task RunAsync(string sql, CancellationToken cancellationToken, params (string Name, object Value)[] values)
    {
        await using var command = Command(sql, values);
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task<long> NumberAsync(string sql, CancellationToken cancellationToken, params (string Name, object Value)[] values)
    {
        var number = 0L;
        await using var command = Command(sql, values);
        await ReadAsync(command, row => number = row.GetInt64(0), cancellationToken);
        return number;
    }

    private async Task ReadAsync(SqliteCommand command, Action<SqliteDataReader> read, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
            {
                read(rows);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private SqliteCommand Command(string sql, params (string Name, object Value)[] values)
    {
        var command = ((SqliteConnection)db.Database.GetDbConnection()).CreateCommand();
        command.Transaction = (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // The statements are constants; only parameter names are inserted.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}

/// <summary>The texts that find a claim.</summary>
/// <param name="Id">The claim's id.</param>
/// <param name="Team">The claim's team.</param>
/// <param name="Text">The claim's own words.</param>
/// <param name="Title">The title of its article.</param>
/// <param name="Summary">The summary of its verdict.</param>
/// <param name="Wordings">Other wordings that should find it.</param>
internal sealed record ClaimTexts(long Id, TeamId Team, string Text, string? Title, string? Summary, List<string> Wordings);
