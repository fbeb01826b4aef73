using System.Text.Json;
using System.Text.Json.Nodes;
using FactBot.Domain;
using FactBot.Domain.Articles;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Domain.Votes;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FactBot.Audit;

/// <summary>Writes and reads snapshots of claims and articles after an erasure.</summary>
internal sealed class StateAfterErasureRows(FactBotDbContext db)
{
    private readonly TeamRows rows = new(db);

    /// <summary>Adds a snapshot of each claim and article, named as in the trail, to the trail. The caller saves.</summary>
    /// <param name="untrue">Those that already differed from the trail before the erasure.</param>
    public async Task WriteDownAsync(EventContext context, IEnumerable<string> subjects, IReadOnlySet<string> untrue, CancellationToken cancellationToken)
    {
        foreach (var subject in subjects.Distinct().Order(StringComparer.Ordinal).ToList())
        {
            foreach (var state in subject.StartsWith("article ", StringComparison.Ordinal)
                ? await OfArticleAsync(int.Parse(subject.AsSpan("article ".Length), System.Globalization.CultureInfo.InvariantCulture), cancellationToken)
                : subject.StartsWith("claim #", StringComparison.Ordinal)
                ? await OfClaimAsync(int.Parse(subject.AsSpan("claim #".Length), System.Globalization.CultureInfo.InvariantCulture), cancellationToken)
                : [])
            {
                db.Record(context, state with { WasUntrue = untrue.Contains(subject) });
            }
        }
    }

    /// <summary>Restores the claim from its snapshot.</summary>
    public static Claim Read(IModel model, StateAfterErasure state)
    {
        var type = model.FindEntityType(typeof(Claim))!;
        var claim = (Claim)RowCells.Make(type, CellsOf(state.Rows[type.GetTableName()!]!.AsArray()[0]!));
        ReadInto(model, state, claim);
        return claim;
    }

    /// <summary>Restores the rows that belong to a claim.</summary>
    public static void ReadInto(IModel model, StateAfterErasure state, Claim claim)
    {
        foreach (var part in TeamRows.PartsOf(model.FindEntityType(typeof(Claim))!))
        {
            foreach (var row in state.Rows[part.TargetEntityType.GetTableName()!]?.AsArray() ?? [])
            {
                RowCells.Add(part, claim, RowCells.Make(part.TargetEntityType, CellsOf(row!)));
            }
        }
    }

    public static object? CellOf(JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.Null => null,
        JsonValueKind.Number => node.AsValue().TryGetValue<long>(out var number) ? (object)number : node.GetValue<double>(),
        _ => node.GetValue<string>(),
    };

    private static Dictionary<string, object?> CellsOf(JsonNode row) => row.AsObject().ToDictionary(c => c.Key, c => CellOf(c.Value));

    private async Task<IReadOnlyList<StateAfterErasure>> OfClaimAsync(int number, CancellationToken cancellationToken)
    {
        var type = db.Model.FindEntityType(typeof(Claim))!;
        if (await rows.FindAsync(type, "Number", number, cancellationToken) is not { } claim)
        {
            return [];
        }

        var (tables, sealedTables) = (new JsonObject { [type.GetTableName()!] = Json([claim]) }, new JsonObject());
        foreach (var part in TeamRows.PartsOf(type))
        {
            var all = await rows.OfClaimAsync(part, (long)claim["Id"]!, cancellationToken).ToListAsync(cancellationToken);
            var isSealed = all.ToLookup(r => part.TargetEntityType.ClrType == typeof(Ballot)
                && claim["Stage"] is nameof(Stage.Open) && Equals(r["Round"], claim["Round"]));
            tables[part.TargetEntityType.GetTableName()!] = Json(isSealed[false]);
            if (isSealed[true].Any())
            {
                sealedTables[part.TargetEntityType.GetTableName()!] = Json(isSealed[true]);
            }
        }

        var state = new ClaimStands(number, tables, PeopleIn(tables));
        return sealedTables.Count == 0 ? [state] : [state, new BallotsStand(number, sealedTables, PeopleIn(sealedTables))];
    }

    private async Task<IReadOnlyList<StateAfterErasure>> OfArticleAsync(int number, CancellationToken cancellationToken)
    {
        var type = db.Model.FindEntityType(typeof(Article))!;
        if (await rows.FindAsync(type, "Number", number, cancellationToken) is not { } article)
        {
            return [];
        }

        var texts = new JsonArray();
        await foreach (var before in rows.RevisionsAsync((long)article["Id"]!, cancellationToken))
        {
            texts.Add(new JsonObject
            {
                ["Number"] = JsonValue.Create(before["Number"]),
                ["Hash"] = Article.HashOf((string)before["Text"]!),
                ["ReplacedAt"] = JsonValue.Create(before["ReplacedAt"]),
            });
        }

        texts.Add(new JsonObject { ["Number"] = JsonValue.Create(article["Revision"]), ["Hash"] = Article.HashOf((string)article["Text"]!) });
        var told = article.Where(c => RecordColumns.AreToldOfArticles.Contains(c.Key)).ToDictionary(c => c.Key, c => c.Value);
        var tables = new JsonObject { [type.GetTableName()!] = Json([told]), [nameof(ArticleHistory.Texts)] = texts };
        return [new ArticleStands(number, tables, PeopleIn(tables))];
    }

    private static JsonArray Json(IEnumerable<Dictionary<string, object?>> rows) => new([.. rows.Select(row => (JsonNode)new JsonObject(
        row.Where(c => !RecordColumns.IsKey(c.Key)).Select(c => KeyValuePair.Create(c.Key, c.Value is null ? null : (JsonNode?)JsonValue.Create(c.Value)))))]);

    private List<PersonId> PeopleIn(JsonObject tables)
    {
        var columns = Privacy.PersonColumn.In(db.Model).ToLookup(c => c.Table);
        var people = new HashSet<PersonId>();
        foreach (var (table, list) in tables)
        {
            foreach (var (column, row) in columns[table].SelectMany(c => list!.AsArray().Select(r => (c, r!.AsObject()))))
            {
                people.UnionWith(column.IsJson
                    ? Numbers(row[column.Column]?.GetValue<string>() is { Length: > 0 } json ? JsonNode.Parse(json) : null)
                    : row[column.Column] is { } id ? [new PersonId((ulong)id.GetValue<long>())] : []);
            }
        }

        return [.. people.Where(p => !p.IsFormerMember).OrderBy(p => p.Value)];
    }

    /// <summary>Returns every positive number in a JSON as if it were a person's id; false matches do no harm.</summary>
    private static IEnumerable<PersonId> Numbers(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(m => Numbers(m.Value)),
        JsonArray list => list.SelectMany(Numbers),
        JsonValue value when value.TryGetValue<long>(out var number) && number > 0 => [new PersonId((ulong)number)],
        _ => [],
    };
}
