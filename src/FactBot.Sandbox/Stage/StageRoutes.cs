using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Stage;

/// <summary>The stage API: the clock, faults, restarts, and looks behind the scenes.</summary>
internal sealed class StageRoutes(
    SandboxWorld world,
    ClockControl clock,
    FaultInjector faults,
    GuildControl guilds,
    BotLife bot,
    BotPresence presence,
    TrafficLog traffic)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public void Map(WebApplication app)
    {
        var stage = app.MapGroup("/stage");
        stage.MapJson("GET", "/clock", (_, _) => Task.FromResult<JsonNode>(clock.ToJson()));
        stage.MapJson("POST", "/clock", (context, order) =>
            clock.AdvanceAsync(order.Member("advance").AsWritten(), context.RequestAborted));
        stage.MapJson("POST", "/faults", (_, order) => Task.FromResult(faults.Make(order)));
        stage.MapJson("POST", "/restart", (context, _) => RestartAsync(context.RequestAborted));
        stage.MapJson("POST", "/guilds", (context, order) => AddGuildAsync(order, context.RequestAborted));
        stage.MapJson("POST", "/permissions", (_, order) => Task.FromResult(guilds.SetPermissions(order)));
        stage.MapJson("POST", "/presence", (_, order) => Task.FromResult(guilds.SetPresence(order)));
        stage.MapJson("GET", "/bot", (context, _) => DescribeAsync(context.RequestAborted));
        stage.MapGet("/traffic", async context =>
        {
            context.Response.ContentType = "application/jsonl; charset=utf-8";
            await context.Response.WriteAsync(traffic.ReadLines(), context.RequestAborted);
        });
    }

    private async Task<JsonNode> RestartAsync(CancellationToken cancellationToken)
    {
        await bot.RestartAsync(cancellationToken);
        return await DescribeAsync(cancellationToken);
    }

    private async Task<JsonNode> AddGuildAsync(JsonObject order, CancellationToken cancellationToken)
    {
        var guild = guilds.AddGuild(order);
        await presence.WaitForCommandsAsync(guild.Text("id")!, cancellationToken);
        if (presence.IsConnected)
            await bot.SettleAsync(Patience, cancellationToken);
        return guild;
    }

    private async Task<JsonNode> DescribeAsync(CancellationToken cancellationToken)
    {
        await presence.WaitAsync(cancellationToken);
        lock (world.Gate)
        {
            return new JsonObject
            {
                ["connected"] = presence.IsConnected,
                ["guilds"] = world.State.Guilds.Select(
                    guild => new JsonObject { ["id"] = guild.Id, ["name"] = guild.Name }).ToJsonArray(),
                ["commands"] = world.State.Commands.Select(command => command.DeepClone()).ToJsonArray(),
            };
        }
    }
}
