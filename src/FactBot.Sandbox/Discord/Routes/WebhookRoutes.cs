using FactBot.Sandbox.Discord.Interactions;
using FactBot.Sandbox.Discord.Rest;
using FactBot.Sandbox.Discord.Rules;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord.Routes;

/// <summary>What a bot can do with an interaction's token after its first response.</summary>
/// <remarks>https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages</remarks>
internal sealed class WebhookRoutes(
    SandboxWorld world, InteractionBook book, MessageStore messages, WebhookMessages webhooks)
{
    public void Map(RestRoutes routes)
    {
        const string Own = "webhooks/{webhook}/{token}";
        routes.MapOpen("POST", Own, FollowUp, RestLimit.Webhook);
        foreach (var one in (string[])["@original", "{message}"])
        {
            routes.MapOpen("GET", $"{Own}/messages/{one}", Get, RestLimit.Webhook);
            routes.MapOpen("PATCH", $"{Own}/messages/{one}", Edit, RestLimit.Webhook);
            routes.MapOpen("DELETE", $"{Own}/messages/{one}", Delete, RestLimit.Webhook);
        }
    }

    private RestAnswer FollowUp(RestCall call)
    {
        if (webhooks.Find(call) is { } webhook)
            return webhooks.Send(webhook, call);
        var interaction = GetInteraction(call);
        var body = call.ReadObject();
        // The first followup after a deferral becomes its response, with the visibility the deferral had.
        if (world.FindMessage(interaction.OriginalId) is { } waiting && (waiting.Flags & MessageRules.Loading) != 0)
        {
            messages.Edit(waiting, body, call.Files, isInteraction: true);
            interaction.Answer(waiting.Id);
            return RestAnswer.Ok(world.ToJson(waiting));
        }

        var channel = world.FindChannel(interaction.ChannelId) ?? throw DiscordRefusal.UnknownChannel;
        var ephemeral = (body.Number("flags") ?? 0) & MessageRules.Ephemeral;
        var message = messages.Create(
            channel, MessageOrigin.Of(world, interaction), body, call.Files, ephemeral);
        if (interaction.OriginalId is not null)
            message.Json["interaction_metadata"]!["original_response_message_id"] = interaction.OriginalId;
        interaction.Answer(message.Id);
        return RestAnswer.Ok(world.ToJson(message));
    }

    private RestAnswer Get(RestCall call) => webhooks.Find(call) is { } webhook
        ? webhooks.Get(webhook, call)
        : RestAnswer.Ok(world.ToJson(GetMessage(call)));

    private RestAnswer Edit(RestCall call)
    {
        if (webhooks.Find(call) is { } webhook)
            return webhooks.Edit(webhook, call);
        var interaction = GetInteraction(call);
        var message = GetMessage(call);
        messages.Edit(message, call.ReadObject(), call.Files, isInteraction: true);
        interaction.Answer(message.Id);
        return RestAnswer.Ok(world.ToJson(message));
    }

    private RestAnswer Delete(RestCall call)
    {
        if (webhooks.Find(call) is { } webhook)
            return webhooks.Delete(webhook, call);
        var interaction = GetInteraction(call);
        messages.Delete(GetMessage(call));
        interaction.Answer(messageId: null);
        return RestAnswer.NoContent;
    }

    private Interaction GetInteraction(RestCall call)
    {
        if (call["webhook"] != SandboxWorld.ApplicationId)
            throw DiscordRefusal.UnknownWebhook;
        var interaction = book.Find(call["token"]);
        if (interaction is null || world.Clock.GetUtcNow() - interaction.CreatedAt > Interaction.TokenLife)
            throw DiscordRefusal.InvalidWebhookToken;
        return interaction.Callback is null ? throw DiscordRefusal.UnknownWebhook : interaction;
    }

    private StoredMessage GetMessage(RestCall call)
    {
        var interaction = GetInteraction(call);
        var id = call.Values.GetValueOrDefault("message") ?? interaction.OriginalId;
        if (world.FindMessage(id) is not { } message)
            throw DiscordRefusal.UnknownMessage;
        // A token gives access to the message its interaction belongs to and its own responses, nothing else.
        var isOwn = message.Id == interaction.OriginalId || message.Id == interaction.MessageId
            || message.Json.Map("interaction_metadata").Text("id") == interaction.Id;
        return isOwn ? message : throw DiscordRefusal.UnknownMessage;
    }
}
