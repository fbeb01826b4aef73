using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord.Gateway;

/// <summary>Answers Request Guild Members with chunks of members.</summary>
/// <remarks>https://docs.discord.com/developers/events/gateway-events#request-guild-members</remarks>
internal sealed class MemberRequests(SandboxWorld world, PretendGateway gateway)
{
    private const int MostAsked = 100;
    private const int MostInChunk = 1000;

    /// <summary>Sends the members asked for; nothing for a request that Discord doesn't answer.</summary>
    public void Answer(GatewaySession session, JsonObject? request)
    {
        var guild = world.FindGuild(request.Member("guild_id") is JsonArray { Count: > 0 } ids
            ? ids[0].AsWritten()
            : request.Member("guild_id").AsWritten());
        if (guild is not { HasBot: true, IsUnavailable: false })
            return;
        var asked = Asked(request);
        var query = request.Text("query");
        // Everybody at once is for bots with the privileged intent.
        if (asked is null && (query is null || (query.Length == 0 && !session.Covers(Intent.GuildMembers))))
            return;

        var found = asked is not null
            ? asked.Select(guild.FindMember).OfType<Member>().ToList()
            : guild.Members.Where(member => StartsWith(member, query!)).Take(MostOf(request, query!)).ToList();
        var missing = (asked ?? []).Where(id => guild.FindMember(id) is null).ToJsonArray();
        var chunks = found.Chunk(MostInChunk).DefaultIfEmpty([]).ToList();
        foreach (var (index, chunk) in chunks.Index())
        {
            var data = new JsonObject
            {
                ["guild_id"] = guild.Id,
                ["members"] = chunk.Select(one => one.ToJson(world.GetPerson(one.UserId))).ToJsonArray(),
                ["chunk_index"] = index,
                ["chunk_count"] = chunks.Count,
                ["not_found"] = missing.DeepClone(),
            };
            if (request.Text("nonce") is { Length: <= 32 } nonce)
                data["nonce"] = nonce;
            gateway.Tell(session, "GUILD_MEMBERS_CHUNK", data);
        }
    }

    private static List<string>? Asked(JsonObject? request) => request.Member("user_ids") switch
    {
        JsonArray many => [.. many.Select(id => id.AsWritten() ?? "").Take(MostAsked)],
        JsonValue one => [one.AsWritten() ?? ""],
        _ => null,
    };

    private static int MostOf(JsonObject? request, string query)
    {
        var limit = (int)(request.Number("limit") ?? 0);
        return query.Length == 0 && limit == 0 ? int.MaxValue : limit is > 0 and <= MostAsked ? limit : MostAsked;
    }

    private bool StartsWith(Member member, string query) =>
        (member.Nick?.StartsWith(query, StringComparison.OrdinalIgnoreCase) ?? false)
        || world.GetPerson(member.UserId).Name.StartsWith(query, StringComparison.OrdinalIgnoreCase);
}
