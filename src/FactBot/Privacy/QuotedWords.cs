using System.Text.Json;
using FactBot.Domain.Assignments;
using FactBot.Domain.Audit;
using FactBot.Domain.Claims;
using FactBot.Domain.Evidence;
using FactBot.Domain.Verdicts;
using FactBot.Domain.Votes;
using FactBot.Storage;
using FactBot.Text.Terms;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Privacy;

/// <summary>Erased text that others quoted verbatim in what they wrote about claims.</summary>
internal sealed class QuotedWords(FactBotDbContext db)
{
    /// <summary>
    /// A shorter text is one that anybody might write: in words, as matching counts them in any script, and in characters. A text
    /// of <see cref="SurelyOwn"/> characters needs no count, since in some languages three words make a sentence.
    /// </summary>
    private const int LeastWords = 4, LeastCharacters = 12, SurelyOwn = 30;

    /// <summary>
    /// The columns with what people write about a claim. What others state, quote from a page or keep as a document remains,
    /// even if the person said the same.
    /// </summary>
    private static readonly HashSet<(string Table, string Column)> FreeTexts =
    [
        ("Claims", nameof(Claim.RejectedFor)), ("Claims", nameof(Claim.ReopenedFor)),
        ("Claims", nameof(Claim.Proposal)), ("Claims", nameof(Claim.Recusals)),
        ("Assignments", nameof(Assignment.Reason)), ("Ballots", nameof(Ballot.Reason)), ("Sources", nameof(Source.StruckFor)),
        ("Verdicts", nameof(Verdict.Summary)), ("Verdicts", nameof(Verdict.Explanation)), ("Verdicts", nameof(Verdict.DecidedFor)),
        ("Verdicts", nameof(Verdict.CorrectedFor)), ("Verdicts", nameof(Verdict.RetractedFor)), ("Verdicts", nameof(Verdict.Dissents)),
    ];

    private readonly List<string> quotes = [];

    /// <summary>
    /// Notes what a person wrote, and when. What the trail held before that isn't a quote of theirs, nor is what a claim that
    /// stays says too, or a verdict says in a sentence of its own: otherwise anyone could strike a phrase out of verdicts by
    /// claiming it and leaving.
    /// </summary>
    /// <param name="texts">What they wrote.</param>
    /// <param name="gone">The ids of the claims whose text is erased.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task AddAsync(IEnumerable<(string Text, DateTimeOffset At)> texts, IReadOnlyList<long> gone, CancellationToken cancellationToken)
    {
        foreach (var (text, at) in texts)
        {
            var quote = text.Trim();
            var written = InJson(quote);
            if (IsOwn(quote) && quote != ErasedWords.Claim
                && !await db.Audit.AnyAsync(e => e.At < at && e.Details!.Contains(written), cancellationToken)
                && !await db.Claims.AnyAsync(c => !gone.Contains(c.Id) && c.Text.Contains(quote), cancellationToken)
                && !await IsInSentenceAsync(quote, cancellationToken))
            {
                quotes.Add(quote);
            }
        }
    }

    /// <summary>
    /// Whether a verdict goes on in the same sentence before or after the words: without them, it would say something else.
    /// </summary>
    private async Task<bool> IsInSentenceAsync(string quote, CancellationToken cancellationToken)
    {
        var verdicts = await db.Claims.AsNoTracking().SelectMany(c => c.Verdicts).ToListAsync(cancellationToken);
        return verdicts
            .SelectMany(v => v.Dissents.Select(d => d.Reason).Concat([v.Summary, v.Explanation, v.DecidedFor, v.CorrectedFor, v.RetractedFor]))
            .Any(text => text is not null && QuotedPhrase.IsInSentence(text, quote));
    }

    /// <summary>Whether an entry of the trail contains one.</summary>
    public bool AreIn(AuditEntry entry) => quotes.Exists(q => entry.Details!.Contains(InJson(q), StringComparison.Ordinal));

    /// <summary>Returns the ids of the claims about which someone wrote one.</summary>
    public async Task<IReadOnlySet<long>> FindClaimsAsync(CancellationToken cancellationToken)
    {
        var claims = new HashSet<long>();
        foreach (var (table, column) in FreeTexts)
        {
            var id = table == "Claims" ? "Id" : "ClaimId";
            foreach (var written in Ways())
            {
                var sql = $"SELECT DISTINCT \"{id}\" AS Value FROM \"{table}\" WHERE instr(\"{column}\", {{0}}) > 0 AND {IsOfTeam(table)}";
                claims.UnionWith(await db.Database.SqlQueryRaw<long>(sql, written, Team).ToListAsync(cancellationToken));
            }
        }

        return claims;
    }

    public async Task EraseAsync(CancellationToken cancellationToken)
    {
        foreach (var (table, column) in FreeTexts)
        {
            foreach (var written in Ways())
            {
                var sql = $"UPDATE \"{table}\" SET \"{column}\" = replace(\"{column}\", {{0}}, {{2}}) WHERE instr(\"{column}\", {{0}}) > 0 AND {IsOfTeam(table)}";
                await db.Database.ExecuteSqlRawAsync(sql, [written, Team, ErasedWords.Quote], cancellationToken);
            }
        }
    }

    private long Team => (long)db.CurrentTeam.Value;

    /// <summary>Returns the quotes as text and as escaped JSON, longest first, because one may be part of another.</summary>
    private IEnumerable<string> Ways() => quotes.SelectMany(q => new[] { q, InJson(q) }).Distinct().OrderByDescending(q => q.Length);

    private static bool IsOwn(string quote) => quote.Length >= LeastCharacters
        && (quote.Length >= SurelyOwn || MatchText.Of(quote, keepsAll: true).All.Count >= LeastWords);

    private static string InJson(string text) => JsonEncodedText.Encode(text).ToString();

    private static string IsOfTeam(string table) =>
        table == "Claims" ? "\"TeamId\" = {1}" : "\"ClaimId\" IN (SELECT \"Id\" FROM \"Claims\" WHERE \"TeamId\" = {1})";
}
