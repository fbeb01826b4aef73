using System.Text.Json.Nodes;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.People;

/// <summary>Collects what an interaction refers to, for its <c>resolved</c>.</summary>
internal sealed class Resolved(SandboxWorld world, Guild? guild)
{
    private readonly JsonObject json = [];

    public void Add(Person person)
    {
        Put("users", person.Id, person.ToJson());
        if (guild?.FindMember(person.Id) is not { } member)
            return;
        var partial = member.ToJson(person: null);
        partial["permissions"] = PermissionReading.PermissionsOf(guild, person.Id).Written();
        partial.Remove("mute");
        partial.Remove("deaf");
        Put("members", person.Id, partial);
    }

    public void Add(Role role) => Put("roles", role.Id, role.ToJson());

    public void Add(Channel channel, string personId)
    {
        var partial = world.ToJson(channel);
        partial["permissions"] = world.PermissionsIn(channel, personId).Written();
        partial["app_permissions"] = world.PermissionsIn(channel, SandboxWorld.BotId).Written();
        Put("channels", channel.Id, partial);
    }

    public void Add(StoredMessage message) => Put("messages", message.Id, world.ToJson(message));

    public void AddAttachment(JsonObject attachment) =>
        Put("attachments", attachment["id"]!.GetValue<string>(), attachment);

    /// <summary>Sets it on the interaction's data, unless nothing was referred to.</summary>
    public void PutInto(JsonObject data)
    {
        if (json.Count > 0)
            data["resolved"] = json;
    }

    private void Put(string kind, string id, JsonObject value)
    {
        if (json[kind] is not JsonObject map)
            json[kind] = map = [];
        map[id] = value;
    }
}
