using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.People;

/// <summary>Lets people write ordinary messages. Requires the world's lock.</summary>
internal sealed class PersonWriting(SandboxWorld world, MessageStore messages, ThreadBook threads)
{
    public JsonObject Write(string name, JsonObject order)
    {
        var person = world.GetPersonNamed(name);
        var channel = world.GetChannelNamed(
            order.Member("channel").AsWritten(), world.GetGuildNamed(order.Text("guild")));
        if (channel is { Archived: true, Locked: true })
            throw PeopleRefusal.NotPossible("The thread is locked.");
        try
        {
            threads.Unarchive(channel);
            var message = messages.Create(
                channel, MessageOrigin.Of(person), new JsonObject { ["content"] = order.Text("content") }, []);
            world.TellChanged();
            return world.ToJson(message);
        }
        catch (DiscordRefusal)
        {
            throw PeopleRefusal.NotPossible("A message has 1 to 2000 characters.");
        }
    }
}
