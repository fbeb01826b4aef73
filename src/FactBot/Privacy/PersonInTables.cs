using System.Globalization;
using FactBot.Domain;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Privacy;

/// <summary>A person in the current team's rows: in every column that holds people, and every text with their id.</summary>
internal sealed class PersonInTables(FactBotDbContext db, PersonId person)
{
    private readonly string digits = person.ToString();
    private readonly long team = (long)db.CurrentTeam.Value;

    /// <summary>Whether anything is kept about them.</summary>
    public async Task<bool> IsAnywhereAsync(CancellationToken cancellationToken)
    {
        foreach (var place in Places())
        {
            var sql = $"SELECT EXISTS (SELECT 1 FROM {place.From}) AS Value";
            if (await db.Database.SqlQueryRaw<long>(sql, place.Values).SingleAsync(cancellationToken) != 0)
            {
                return true;
            }
        }

        return await db.Audit.AnyAsync(e => e.Who == person || (e.Details != null && e.Details.Contains(digits)), cancellationToken);
    }

    /// <summary>Returns the ids of the claims whose rows they appear in.</summary>
    public async Task<IReadOnlySet<long>> FindClaimsAsync(CancellationToken cancellationToken)
    {
        var claims = new HashSet<long>();
        var withClaims = db.Model.GetRelationalModel().Tables.Where(t => t.Columns.Any(c => c.Name == "ClaimId")).Select(t => t.Name).ToHashSet();
        foreach (var place in Places().Where(p => p.Table == "Claims" || withClaims.Contains(p.Table)))
        {
            var id = place.Table == "Claims" ? "Id" : "ClaimId";
            var sql = $"SELECT DISTINCT \"{id}\" AS Value FROM {place.From}";
            claims.UnionWith(await db.Database.SqlQueryRaw<long>(sql, place.Values).ToListAsync(cancellationToken));
        }

        return claims;
    }

    /// <summary>Puts the pseudonym in every column and every text with their id; deletes rows that are only about them.</summary>
    public async Task ReplaceAsync(PersonId former, CancellationToken cancellationToken)
    {
        foreach (var column in PersonColumn.In(db.Model).Where(c => !c.IsJson))
        {
            var sql = column.IsKey
                ? $"DELETE FROM {From(column)}"
                : $"UPDATE \"{column.Table}\" SET \"{column.Column}\" = {{2}} WHERE {Where(column)}";
            await db.Database.ExecuteSqlRawAsync(sql, [(long)person.Value, team, (long)former.Value], cancellationToken);
        }

        foreach (var column in TextColumn.In(db.Model))
        {
            var text = $"\"{column.Column}\"";
            // First mentions, also as the JSON writer escapes them; then whatever is left.
            string[] mentions = column.IsMeasured ? [] : column.IsJson ? ["\\u003C@!{0}\\u003E", "\\u003C@{0}\\u003E", "<@!{0}>", "<@{0}>"] : ["<@!{0}>", "<@{0}>"];
            var replaced = mentions.Aggregate(text, (inner, mention) =>
                $"replace({inner}, '{mention.Replace("{0}", digits, StringComparison.Ordinal)}', 'a former member')");
            var name = column.IsMeasured ? former.Value.ToString($"D{digits.Length}", CultureInfo.InvariantCulture)
                : column.IsProse ? "a former member"
                : former.ToString();
            var sql = $"UPDATE \"{column.Table}\" SET {text} = replace({replaced}, {{0}}, {{2}}) WHERE {Where(column)}";
            await db.Database.ExecuteSqlRawAsync(sql, [digits, team, name], cancellationToken);
        }
    }

    private IEnumerable<Place> Places() =>
    [
        .. PersonColumn.In(db.Model).Where(c => !c.IsJson).Select(c => new Place(c.Table, From(c), [(long)person.Value, team])),
        .. TextColumn.In(db.Model).Select(c => new Place(c.Table, $"\"{c.Table}\" WHERE {Where(c)}", [digits, team])),
    ];

    private static string From(PersonColumn column) => $"\"{column.Table}\" WHERE {Where(column)}";

    private static string Where(PersonColumn column) => $"\"{column.Column}\" = {{0}} AND {IsOfTeam(column.HasTeam)}";

    private string Where(TextColumn column) => $"instr(\"{column.Column}\", {{0}}) > 0 AND {IsOfTeam(HasTeam(column.Table))}";

    private bool HasTeam(string table) => db.Model.GetRelationalModel().Tables.Single(t => t.Name == table).Columns.Any(c => c.Name == "TeamId");

    private static string IsOfTeam(bool hasTeam) =>
        hasTeam ? "\"TeamId\" = {1}" : "\"ClaimId\" IN (SELECT \"Id\" FROM \"Claims\" WHERE \"TeamId\" = {1})";

    private sealed record Place(string Table, string From, object[] Values);
}
