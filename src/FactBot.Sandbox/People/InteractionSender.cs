using System.Security.Cryptography;
using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord;
using FactBot.Sandbox.Discord.Gateway;
using FactBot.Sandbox.Discord.Interactions;
using FactBot.Sandbox.Discord.Routes;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.People;

/// <summary>Creates interactions with everything Discord puts in them, and dispatches them to the bot.</summary>
/// <remarks>https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object</remarks>
internal sealed class InteractionSender(
    SandboxWorld world,
    PretendGateway gateway,
    InteractionBook book,
    InteractionEndpoint endpoint,
    InteractionRoutes responses)
{
    /// <summary>Sends an interaction; runs while holding the world's lock.</summary>
    /// <param name="scene">The person and place.</param>
    /// <param name="type">Its type.</param>
    /// <param name="data">Its <c>data</c>.</param>
    /// <param name="message">The message that the component, or the form it opened, belongs to.</param>
    /// <param name="about">Other contents of its metadata: a target or what triggered it.</param>
    public Interaction Send(
        Scene scene, InteractionType type, JsonObject data, StoredMessage? message = null, JsonObject? about = null)
    {
        var id = world.NextId();
        var owners = new JsonObject { ["0"] = scene.Guild?.Id ?? "0" };
        var metadata = about ?? [];
        metadata["id"] = id;
        metadata["type"] = type == InteractionType.Autocomplete ? 2 : (int)type;
        metadata["user"] = scene.Person.ToJson();
        metadata["authorizing_integration_owners"] = owners;
        if (type == InteractionType.Component)
            metadata["interacted_message_id"] = message!.Id;

        var interaction = new Interaction
        {
            Id = id,
            Token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(48)),
            Type = type,
            PersonId = scene.Person.Id,
            ChannelId = scene.Channel.Id,
            GuildId = scene.Guild?.Id,
            CreatedAt = world.Clock.GetUtcNow(),
            MessageId = message?.Id,
            Command = type == InteractionType.Command ? string.Join(' ', NamesIn(data)) : null,
            Metadata = metadata,
            AnswerType = type != InteractionType.Command ? 0 : data.Number("type") == 1 ? 20 : 23,
            Summary = type != InteractionType.Command ? null : new JsonObject
            {
                ["id"] = id,
                ["type"] = (int)type,
                ["name"] = string.Join(' ', NamesIn(data)),
                ["user"] = scene.Person.ToJson(),
            },
        };
        book.Add(interaction);
        var payload = Payload(scene, interaction, data, message);
        // An application gets its interactions in one way or the other, never in both.
        if (world.State.Application.InteractionsUrl is { } address)
            _ = endpoint.DeliverAsync(address, payload, body => Answer(interaction, body));
        else
            gateway.Tell("INTERACTION_CREATE", payload, scene.Guild?.Id, Intent.Always);
        return interaction;
    }

    private void Answer(Interaction interaction, JsonObject body)
    {
        try
        {
            lock (world.Gate)
            {
                if (interaction.Callback is null && world.Clock.GetUtcNow() - interaction.CreatedAt <= Interaction.FirstAnswer)
                    responses.Respond(interaction, body, []);
            }
        }
        catch (DiscordRefusal)
        {
            // Where Discord can't use what an endpoint answers, the person sees that the application did not respond.
        }
    }

    private static IEnumerable<string> NamesIn(JsonObject data)
    {
        for (var place = data; place is not null; place = place.Maps("options").FirstOrDefault(o => o.Number("type") is 1 or 2))
            yield return place.Text("name")!;
    }

    private JsonObject Payload(Scene scene, Interaction interaction, JsonObject data, StoredMessage? message)
    {
        var channel = world.ToJson(scene.Channel);
        channel["permissions"] = world.PermissionsIn(scene.Channel, scene.Person.Id).Written();
        var json = new JsonObject
        {
            ["id"] = interaction.Id,
            ["application_id"] = SandboxWorld.ApplicationId,
            ["type"] = (int)interaction.Type,
            ["token"] = interaction.Token,
            ["version"] = 1,
            ["data"] = data,
            ["channel_id"] = scene.Channel.Id,
            ["channel"] = channel,
            ["locale"] = Shapes.Locale,
            ["app_permissions"] = world.PermissionsIn(scene.Channel, SandboxWorld.BotId).Written(),
            ["entitlements"] = new JsonArray(),
            ["entitlement_sku_ids"] = new JsonArray(),
            ["authorizing_integration_owners"] = interaction.Metadata["authorizing_integration_owners"]!.DeepClone(),
            ["context"] = scene.Guild is null ? 1 : 0,
            ["attachment_size_limit"] = Attachments.LargestFile,
        };
        if (message is not null)
            json["message"] = world.ToJson(message);
        if (scene.Guild is not { } guild)
        {
            json["user"] = scene.Person.ToJson();
            return json;
        }

        var member = guild.FindMember(scene.Person.Id)!.ToJson(scene.Person);
        member["permissions"] = world.PermissionsIn(scene.Channel, scene.Person.Id).Written();
        member["unusual_dm_activity_until"] = null;
        json["member"] = member;
        json["guild_id"] = guild.Id;
        json["guild_locale"] = Shapes.Locale;
        json["guild"] = new JsonObject
        {
            ["id"] = guild.Id,
            ["locale"] = Shapes.Locale,
            ["features"] = new JsonArray(),
        };
        return json;
    }
}
