using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;

namespace FactBot.Tests.Audit;

/// <summary>All that a claim or a team is, as text to compare: without the ids that the database gives.</summary>
internal static class Portrait
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Of(Claim claim)
    {
        var portrait = JsonSerializer.SerializeToNode(claim, Options)!.AsObject();
        foreach (var list in new[] { "Sources", "Assignments", "Ballots", "Verdicts", "Upvotes" })
        {
            portrait[list] = InOrder(portrait[list]!.AsArray());
        }

        // What is counted anew from these.
        foreach (var derived in new[] { "Panel", "OpenAssignments", "BallotsOfRound", "StandingSources", "Verdict" })
        {
            portrait.Remove(derived);
        }

        return Plain(portrait).ToJsonString(Options);
    }

    public static string Of(Team team)
    {
        var portrait = JsonSerializer.SerializeToNode(team, Options)!.AsObject();
        foreach (var head in new[] { "LastClaimNumber", "LastArticleNumber", "AuditLength", "AuditHead", "AuditAt", "Version" })
        {
            portrait.Remove(head);
        }

        return portrait.ToJsonString(Options);
    }

    /// <summary>The database gives no order; the ids tell in which order the rows came.</summary>
    private static JsonArray InOrder(JsonArray rows) =>
        new([.. rows.Select(r => r!.DeepClone()).OrderBy(r => r["Id"]!.GetValue<long>())]);

    private static JsonNode Plain(JsonNode node)
    {
        switch (node)
        {
            case JsonObject map:
                map.Remove("Id");
                foreach (var (_, value) in map.ToList().Where(m => m.Value is not null))
                {
                    Plain(value!);
                }

                break;
            case JsonArray list:
                foreach (var item in list.OfType<JsonNode>())
                {
                    Plain(item);
                }

                break;
            default:
                break;
        }

        return node;
    }
}
