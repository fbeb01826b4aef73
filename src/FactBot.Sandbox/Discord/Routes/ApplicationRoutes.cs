using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord.Interactions;
using FactBot.Sandbox.Discord.Rest;
using FactBot.Sandbox.Discord.Rules;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord.Routes;

/// <summary>The application: what its developer set, and what is sold with it, which is nothing.</summary>
/// <remarks>https://docs.discord.com/developers/resources/application</remarks>
internal sealed class ApplicationRoutes(SandboxWorld world, InteractionEndpoint endpoint)
{
    public void Map(RestRoutes routes)
    {
        foreach (var path in (string[])["applications/@me", "oauth2/applications/@me"])
            routes.Map("GET", path, _ => RestAnswer.Ok(ToJson()));
        routes.Map("PATCH", "applications/@me", Change);
        foreach (var path in (string[])["entitlements", "skus", "role-connections/metadata"])
            routes.Map("GET", "applications/{application}/" + path, _ => RestAnswer.Ok(new JsonArray()));
    }

    private RestAnswer Change(RestCall call)
    {
        var settings = world.State.Application;
        var body = call.ReadObject();
        var errors = new FormErrors();
        errors.Length("description", body.Text("description"), 0, 400);
        errors.Count("tags", body.List("tags")?.Count ?? 0, 0, 5);
        var flags = body.Number("flags") ?? settings.Flags;
        if ((flags & ~ApplicationSettings.Settable) != 0)
            errors.Add("flags", "APPLICATION_FLAGS_INVALID", "Only the limited intents' flags can be set.");
        if (body.Text("interactions_endpoint_url") is { Length: > 0 } url)
            endpoint.Check(url, errors);
        errors.ThrowIfAny();

        settings.Flags = flags;
        settings.Description = body.Text("description") ?? settings.Description;
        if (body.Has("interactions_endpoint_url"))
            settings.InteractionsUrl = body.Text("interactions_endpoint_url") is { Length: > 0 } given ? given : null;
        if (body.List("tags") is { } tags)
        {
            settings.Tags.Clear();
            settings.Tags.AddRange(tags.Select(tag => tag.AsText()).OfType<string>());
        }

        return RestAnswer.Ok(ToJson());
    }

    private JsonObject ToJson()
    {
        var settings = world.State.Application;
        var json = new JsonObject
        {
            ["id"] = SandboxWorld.ApplicationId,
            ["name"] = world.GetPerson(SandboxWorld.BotId).Name,
            ["icon"] = null,
            ["description"] = settings.Description,
            ["type"] = null,
            ["bot"] = world.GetPerson(SandboxWorld.BotId).ToJson(),
            ["bot_public"] = true,
            ["bot_require_code_grant"] = false,
            ["verify_key"] = endpoint.PublicKey,
            ["flags"] = settings.Flags,
            ["flags_new"] = $"{settings.Flags}",
            ["redirect_uris"] = new JsonArray(),
            ["interactions_endpoint_url"] = settings.InteractionsUrl,
            ["role_connections_verification_url"] = null,
            ["owner"] = world.State.People.First(person => !person.Bot).ToJson(),
            ["approximate_guild_count"] = world.State.Guilds.Count,
            ["approximate_user_install_count"] = 0,
            ["approximate_user_authorization_count"] = 0,
            ["explicit_content_filter"] = 0,
            ["team"] = null,
            ["eligible_oauth2_scopes"] = new JsonArray("applications.commands", "bot"),
        };
        if (settings.Tags.Count > 0)
            json["tags"] = settings.Tags.ToJsonArray();
        return json;
    }
}
