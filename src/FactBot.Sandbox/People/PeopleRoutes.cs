using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.People;

/// <summary>The people API over HTTP.</summary>
internal sealed class PeopleRoutes(
    SandboxWorld world, PersonActions actions, ActionRunner runner, PersonWriting writing, PersonReactions reactions)
{
    private delegate Task<JsonObject> PersonAction(
        string person, JsonObject order, CancellationToken cancellationToken);

    public void Map(WebApplication app)
    {
        Look(app, "GET", "/people", (_, _) => ListPeople());
        Look(app, "POST", "/people", (_, order) => AddPerson(order));
        Look(app, "GET", "/channels", (_, _) => world.State.Channels.Select(world.ToJson).ToJsonArray());
        Look(app, "GET", "/channels/{channel}/messages", (context, _) => ListMessages(context.Request));
        Look(app, "POST", "/people/{person}/messages", (context, order) => writing.Write(Value(context, "person"), order));
        Look(app, "POST", "/people/{person}/reactions", (context, order) => reactions.React(Value(context, "person"), order));
        Look(app, "POST", "/people/{person}/votes", (context, order) => reactions.Vote(Value(context, "person"), order));
        Act(app, "/people/{person}/commands", actions.RunCommandAsync);
        Act(app, "/people/{person}/autocomplete", actions.CompleteAsync);
        Act(app, "/people/{person}/clicks", actions.ClickAsync);
        Act(app, "/people/{person}/context", actions.UseContextCommandAsync);
        app.MapJson("POST", "/people/{person}/forms/{form}", async (context, order) =>
        {
            await runner.WaitForBotAsync(context.RequestAborted);
            return await actions.SubmitAsync(
                Value(context, "person"), Value(context, "form"), order, context.RequestAborted);
        });
    }

    private static string Value(HttpContext context, string name) => (string)context.Request.RouteValues[name]!;

    private void Look(
        WebApplication app, string method, string pattern, Func<HttpContext, JsonObject, JsonNode> look) =>
        app.MapJson(method, pattern, (context, order) =>
        {
            lock (world.Gate)
            {
                return Task.FromResult(look(context, order));
            }
        });

    private void Act(WebApplication app, string pattern, PersonAction act) =>
        app.MapJson("POST", pattern, async (context, order) =>
    {
        await runner.WaitForBotAsync(context.RequestAborted);
        return await act(Value(context, "person"), order, context.RequestAborted);
    });

    private JsonArray ListPeople() => world.State.People.Where(person => !person.Bot).Select(ToJson).ToJsonArray();

    private JsonObject ToJson(Person person) => new()
    {
        ["id"] = person.Id,
        ["name"] = person.Name,
        ["roles"] = world.FirstGuild.Roles
            .Where(role => world.FirstGuild.FindMember(person.Id)?.RoleIds.Contains(role.Id) == true)
            .Select(role => role.Name).ToJsonArray(),
    };

    private JsonObject AddPerson(JsonObject order)
    {
        var name = order.Text("name")?.Trim();
        if (string.IsNullOrEmpty(name) || name.Length > 32)
            throw PeopleRefusal.NotPossible("A person needs a name of 1 to 32 characters.");
        if (world.State.People.Exists(known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase)))
            throw PeopleRefusal.NotPossible($"There is a person '{name}' already.");
        var roles = (order.List("roles")
            ?? []).Select(role => Lookup.GetRoleNamed(world.FirstGuild, role.AsWritten()).Name).ToList();
        var person = new Person(world.NextId(), name);
        world.State.People.Add(person);
        foreach (var guild in world.State.Guilds)
        {
            var own = roles.Select(guild.FindRole).OfType<Role>().Select(role => role.Id).ToList();
            guild.Members.Add(new Member(person.Id, own, world.Clock.GetUtcNow()));
        }

        world.TellChanged();
        return ToJson(person);
    }

    // Oldest first, as people read; ephemeral messages only for the person they are meant for.
    private JsonArray ListMessages(HttpRequest request)
    {
        var guild = world.GetGuildNamed(request.Query["guild"]);
        var channel = world.GetChannelNamed(Value(request.HttpContext, "channel"), guild);
        var reader = request.Query["as"].ToString() is { Length: > 0 } name ? world.GetPersonNamed(name).Id : null;
        var after = Snowflake.Read(request.Query["after"]);
        return world.MessagesIn(channel)
            .Where(message => message.IsVisibleTo(reader) && Snowflake.Read(message.Id) > after)
            .OrderBy(message => Snowflake.Read(message.Id))
            .Select(world.ToJson).ToJsonArray();
    }
}
