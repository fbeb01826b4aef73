using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord.Interactions;
using FactBot.Sandbox.Discord.Rest;
using FactBot.Sandbox.Discord.Rules;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord.Routes;

/// <summary>The bot's first response to an interaction.</summary>
/// <remarks>https://docs.discord.com/developers/interactions/receiving-and-responding#responding-to-an-interaction</remarks>
internal sealed class InteractionRoutes(SandboxWorld world, InteractionBook book, MessageStore messages)
{
    public void Map(RestRoutes routes) =>
        routes.MapOpen("POST", "interactions/{interaction}/{token}/callback", Callback);

    private RestAnswer Callback(RestCall call)
    {
        var interaction = book.Find(call["token"]);
        if (interaction?.Id != call["interaction"])
            throw DiscordRefusal.UnknownInteraction;
        if (interaction.Callback is not null)
            throw DiscordRefusal.AlreadyAcknowledged;
        if (world.Clock.GetUtcNow() - interaction.CreatedAt > Interaction.FirstAnswer)
            throw DiscordRefusal.UnknownInteraction;

        var type = Respond(interaction, call.ReadObject(), call.Files);
        return call.Asks("with_response")
            ? RestAnswer.Ok(Described(interaction, type))
            : RestAnswer.NoContent;
    }

    /// <summary>Carries out the first response, however it came.</summary>
    public long Respond(Interaction interaction, JsonObject body, IReadOnlyList<UploadedFile> files)
    {
        var type = body.Number("type");
        CheckType(interaction, type);
        var data = body.Map("data") ?? [];
        switch (type)
        {
            case 4:
                AnswerWithMessage(interaction, data, files, loading: false);
                break;
            case 5:
                CheckDeferral(data);
                AnswerWithMessage(interaction, data, [], loading: true);
                break;
            case 6:
                interaction.OriginalId = interaction.MessageId;
                break;
            case 7:
                interaction.OriginalId = interaction.MessageId;
                var original = world.FindMessage(interaction.MessageId) ?? throw DiscordRefusal.UnknownMessage;
                WithinData(() => messages.Edit(original, data, files, isInteraction: true));
                break;
            case 8:
                interaction.Choices = ReadChoices(data);
                break;
            case 9:
                ModalRules.Check(data);
                var modal = data.DeepClone().AsObject();
                modal["components"] = MessageParts.Components(data);
                interaction.Form = new Form(world.NextId(), modal, interaction);
                book.Add(interaction.Form);
                break;
        }

        interaction.Acknowledge(type!.Value);
        return type.Value;
    }

    private static void CheckType(Interaction interaction, long? type)
    {
        long[] allowed = interaction.Type switch
        {
            InteractionType.Autocomplete => [8],
            InteractionType.Command => [4, 5, 9],
            InteractionType.Component => [4, 5, 6, 7, 9],
            _ => interaction.MessageId is null ? [4, 5] : [4, 5, 6, 7],
        };
        if (type is { } given && allowed.Contains(given))
            return;
        var errors = new FormErrors();
        errors.Choice("type", string.Join(", ", allowed));
        errors.ThrowIfAny();
    }

    private void AnswerWithMessage(
        Interaction interaction, JsonObject data, IReadOnlyList<UploadedFile> files, bool loading)
    {
        var flags = (data.Number("flags") ?? 0) & MessageRules.Ephemeral;
        interaction.IsEphemeral = flags != 0;
        var channel = world.FindChannel(interaction.ChannelId) ?? throw DiscordRefusal.UnknownChannel;
        var body = loading ? [] : data;
        WithinData(() => interaction.OriginalId = messages.Create(
            channel, MessageOrigin.Of(world, interaction), body, files, flags | (loading ? MessageRules.Loading : 0)).Id);
        if (!loading)
            interaction.ShownId = interaction.OriginalId;
    }

    // The message is part of the callback's body, and so are the paths of its errors.
    private static void WithinData(Action write)
    {
        try
        {
            write();
        }
        catch (DiscordRefusal refusal)
        {
            throw refusal.Within("data");
        }
    }

    // "Only the EPHEMERAL flag", and nothing to show yet.
    private static void CheckDeferral(JsonObject data)
    {
        var errors = new FormErrors();
        if (((data.Number("flags") ?? 0) & ~MessageRules.Ephemeral) != 0)
            errors.Choice("data.flags", "64");
        errors.ThrowIfAny();
    }

    private static JsonArray ReadChoices(JsonObject data)
    {
        var errors = new FormErrors();
        var choices = data.List("choices");
        if (choices is null)
            errors.Required("data.choices");
        errors.Count("data.choices", choices?.Count ?? 0, 0, 25);
        foreach (var (index, choice) in (choices ?? []).Index())
            CommandOptionRules.CheckChoice(
                choice, $"data.choices.{index}", isText: choice.Text("value") is not null, errors);

        errors.ThrowIfAny();
        return choices!.DeepClone().AsArray();
    }

    private JsonObject Described(Interaction interaction, long type)
    {
        var about = new JsonObject
        {
            ["id"] = interaction.Id,
            ["type"] = (int)interaction.Type,
            ["channel_id"] = interaction.ChannelId,
            ["guild_id"] = interaction.GuildId,
        };
        var json = new JsonObject { ["interaction"] = about };
        if (world.FindMessage(interaction.OriginalId) is not { } message)
            return json;
        about["response_message_id"] = message.Id;
        about["response_message_loading"] = type == 5;
        about["response_message_ephemeral"] = message.VisibleTo is not null;
        if (type is 4 or 7)
            json["resource"] = new JsonObject { ["type"] = type, ["message"] = world.ToJson(message) };
        return json;
    }
}
