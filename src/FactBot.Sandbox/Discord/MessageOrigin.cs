using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord.Interactions;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord;

/// <summary>Whose message it is: a user's own, the bot's answer to an interaction, or a webhook's.</summary>
/// <param name="Author">The author as the message shows it.</param>
/// <param name="Interaction">The interaction it answers.</param>
/// <param name="WebhookId">The webhook it was sent with.</param>
internal sealed record MessageOrigin(JsonObject Author, Interaction? Interaction = null, string? WebhookId = null)
{
    public static MessageOrigin Of(Person person) => new(person.ToJson());

    public static MessageOrigin Of(SandboxWorld world, Interaction interaction) => new(
        world.GetPerson(SandboxWorld.BotId).ToJson(), interaction, SandboxWorld.ApplicationId);

    /// <param name="webhook">The webhook.</param>
    /// <param name="body">The message, which may give another name than the webhook's.</param>
    public static MessageOrigin OfWebhook(JsonObject webhook, JsonObject body) => new(
        new JsonObject
        {
            ["id"] = webhook.Text("id"),
            ["username"] = body.Text("username") ?? webhook.Text("name"),
            ["avatar"] = null,
            ["discriminator"] = "0000",
            ["public_flags"] = 0,
            ["flags"] = 0,
            ["bot"] = true,
            ["global_name"] = null,
            ["primary_guild"] = null,
        },
        WebhookId: webhook.Text("id"));
}
