using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord.Gateway;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.People;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Stage;

/// <summary>Injects the faults that can happen with Discord.</summary>
internal sealed class FaultInjector(SandboxWorld world, PretendGateway gateway, Faults faults, BotLife bot)
{
    private const string Kinds =
        "disconnect, reconnect, invalidSession, dropEvents, replayEvents, silence, http500, rateLimit, slow, loseResponse";

    public JsonNode Make(JsonObject order)
    {
        var kind = order.Text("kind");
        var count = (int)(order.Number("count") ?? 1);
        var time = TimeSpan.FromMilliseconds(order.Number("ms") ?? 1000);
        if (count < 0 || time < TimeSpan.Zero)
            throw PeopleRefusal.NotPossible("'count' and 'ms' cannot be negative.");
        switch (kind)
        {
            case "http500":
                faults.PlanRest(RestFault.Http500, count, time);
                break;
            case "rateLimit":
                faults.PlanRest(RestFault.RateLimit, count, time);
                break;
            case "slow":
                faults.PlanRest(RestFault.Slow, count, time);
                break;
            case "loseResponse":
                faults.PlanRest(RestFault.LoseResponse, count, time);
                break;
            case "dropEvents":
                faults.PlanDroppedEvents(count);
                break;
            default:
                lock (world.Gate)
                {
                    StrikeGateway(kind, count, order.Has("ms")
                        ? world.Clock.GetUtcNow() + time
                        : DateTimeOffset.MaxValue);
                }

                break;
        }

        return new JsonObject { ["kind"] = kind, ["count"] = count, ["ms"] = (long)time.TotalMilliseconds };
    }

    private void StrikeGateway(string? kind, int count, DateTimeOffset until)
    {
        switch (kind)
        {
            case "disconnect":
                bot.CutConnections();
                break;
            case "reconnect":
                SayToAll(7, null);
                break;
            case "invalidSession":
                SayToAll(9, false);
                gateway.EndSessions();
                break;
            case "replayEvents":
                gateway.Repeat(count);
                break;
            case "silence":
                gateway.Silence(until);
                break;
            default:
                throw PeopleRefusal.NotPossible($"There is no fault '{kind}'. The kinds are: {Kinds}.");
        }
    }

    private void SayToAll(int op, JsonNode? data)
    {
        foreach (var connection in gateway.Connections)
            connection.Send(
                new JsonObject { ["op"] = op, ["d"] = data?.DeepClone(), ["s"] = null, ["t"] = null }.ToJsonString());
    }
}
