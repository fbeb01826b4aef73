using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord;
using FactBot.Sandbox.Discord.Interactions;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.People;

/// <summary>What people do in their app: run commands, click, fill in forms, write.</summary>
internal sealed class PersonActions(
    SandboxWorld world, ActionRunner runner, InteractionSender sender, InteractionBook book, Attachments attachments)
{
    public async Task<JsonObject> RunCommandAsync(string person, JsonObject order, CancellationToken cancellationToken)
    {
        var (_, answer) = await runner.RunAsync(() =>
        {
            var scene = Open(person, order);
            var resolved = new Resolved(world, scene.Guild);
            var call = CommandCall.Read(world, scene, order.Text("command"));
            var options = new OptionReading(world, attachments, scene, resolved);
            var values = options.Read(call, order.Map("options") ?? [], [.. order.Maps("attachments")]);
            var data = call.ToData(values, scene.Guild);
            resolved.PutInto(data);
            return sender.Send(scene, InteractionType.Command, data);
        }, cancellationToken);
        return answer;
    }

    public async Task<JsonObject> CompleteAsync(string person, JsonObject order, CancellationToken cancellationToken)
    {
        var (interaction, answer) = await runner.RunAsync(() =>
        {
            var scene = Open(person, order);
            var resolved = new Resolved(world, scene.Guild);
            var call = CommandCall.Read(world, scene, order.Text("command"));
            var options = new OptionReading(world, attachments, scene, resolved);
            var values = options.ReadUnfinished(
                call, order.Map("options") ?? [], order.Text("option") ?? "", order.Member("value").AsWritten() ?? "");
            var data = call.ToData(values, scene.Guild);
            resolved.PutInto(data);
            return sender.Send(scene, InteractionType.Autocomplete, data);
        }, cancellationToken);
        if (interaction.Choices is null)
            return answer;
        return new JsonObject
        {
            ["choices"] = interaction.Choices.DeepClone(),
            ["elapsedMs"] = answer["elapsedMs"]!.DeepClone(),
        };
    }

    /// <summary>Uses a command of a message's menu, or of a user's if the order names a <c>user</c>.</summary>
    public Task<JsonObject> UseContextCommandAsync(string person, JsonObject order, CancellationToken cancellationToken) =>
        order.Has("user")
            ? UseUserCommandAsync(person, order, cancellationToken)
            : UseMessageCommandAsync(person, order, cancellationToken);

    private async Task<JsonObject> UseUserCommandAsync(string person, JsonObject order, CancellationToken cancellationToken)
    {
        var (_, answer) = await runner.RunAsync(() =>
        {
            var scene = Open(person, order);
            var target = world.GetUserNamed(order.Member("user").AsWritten());
            var resolved = new Resolved(world, scene.Guild);
            resolved.Add(target);
            var data = CommandCall.ReadContext(world, scene, order.Text("command"), type: 2).ToData([], scene.Guild);
            data["target_id"] = target.Id;
            resolved.PutInto(data);
            var about = new JsonObject { ["target_user"] = target.ToJson() };
            return sender.Send(scene, InteractionType.Command, data, about: about);
        }, cancellationToken);
        return answer;
    }

    public async Task<JsonObject> UseMessageCommandAsync(
        string person, JsonObject order, CancellationToken cancellationToken)
    {
        var (_, answer) = await runner.RunAsync(() =>
        {
            var message = GetMessage(world.GetPersonNamed(person), order);
            var scene = OpenAt(person, message.ChannelId);
            var resolved = new Resolved(world, scene.Guild);
            resolved.Add(message);
            var data = CommandCall.ReadContext(world, scene, order.Text("command"), type: 3).ToData([], scene.Guild);
            data["target_id"] = message.Id;
            resolved.PutInto(data);
            var about = new JsonObject { ["target_message_id"] = message.Id };
            return sender.Send(scene, InteractionType.Command, data, about: about);
        }, cancellationToken);
        return answer;
    }

    public async Task<JsonObject> ClickAsync(string person, JsonObject order, CancellationToken cancellationToken)
    {
        var (_, answer) = await runner.RunAsync(() =>
        {
            var message = GetMessage(world.GetPersonNamed(person), order);
            var scene = OpenAt(person, message.ChannelId);
            var control = GetControl(message, order.Text("customId"));
            var data = new JsonObject
            {
                ["id"] = control.Number("id"),
                ["custom_id"] = control.Text("custom_id"),
                ["component_type"] = control.Number("type"),
            };
            if (control.Number("type") != 2)
            {
                var resolved = new Resolved(world, scene.Guild);
                var reading = new FormReading(new OptionReading(world, attachments, scene, resolved));
                var values = reading.ReadChosen(control, control.Text("custom_id")!, order.Member("values"));
                if (values.Count == 0 && control.Number("min_values") > 0)
                    throw PeopleRefusal.NotPossible("A select wants 'values'.");
                data["values"] = values;
                resolved.PutInto(data);
            }

            return sender.Send(scene, InteractionType.Component, data, message);
        }, cancellationToken);
        return answer;
    }

    public async Task<JsonObject> SubmitAsync(
        string person, string formId, JsonObject order, CancellationToken cancellationToken)
    {
        var (_, answer) = await runner.RunAsync(() =>
        {
            var who = world.GetPersonNamed(person);
            var form = book.FindForm(formId);
            if (form is null || form.Origin.PersonId != who.Id)
                throw PeopleRefusal.NotFound($"{who.Name} has no form '{formId}' open.");
            if (form.IsSubmitted)
                throw PeopleRefusal.NotPossible("This form has been submitted already.");
            var scene = OpenAt(person, form.Origin.ChannelId);
            var resolved = new Resolved(world, scene.Guild);
            var reading = new FormReading(new OptionReading(world, attachments, scene, resolved));
            var data = reading.Read(form, order.Map("values") ?? []);
            resolved.PutInto(data);
            var about = new JsonObject { ["triggering_interaction_metadata"] = form.Origin.Metadata.DeepClone() };
            form.Submission = sender.Send(
                scene, InteractionType.ModalSubmit, data, world.FindMessage(form.Origin.MessageId), about);
            return form.Submission;
        }, cancellationToken);
        return answer;
    }

    private static JsonObject GetControl(StoredMessage message, string? customId)
    {
        var control = MessageParts.Walk(message.Json).FirstOrDefault(
            one => one.Text("custom_id") is { } id && id == customId)
            ?? throw PeopleRefusal.NotFound($"The message has nothing to click with the custom id '{customId}'.");
        return control.Flag("disabled") == true
            ? throw PeopleRefusal.NotPossible($"'{control.Text("label") ?? customId}' is disabled.")
            : control;
    }

    private StoredMessage GetMessage(Person person, JsonObject order)
    {
        var id = order.Member("message").AsWritten();
        return world.FindMessage(id) is { } message && message.IsVisibleTo(person.Id)
            ? message
            : throw PeopleRefusal.NotFound($"{person.Name} sees no message '{id}'.");
    }

    private Scene Open(string person, JsonObject order)
    {
        var guild = world.GetGuildNamed(order.Member("guild").AsWritten());
        var channel = world.GetChannelNamed(order.Member("channel").AsWritten(), guild);
        return OpenAt(person, channel.Id);
    }

    private Scene OpenAt(string person, string channelId)
    {
        var channel = world.FindChannel(channelId) ?? throw PeopleRefusal.NotFound("The channel is gone.");
        var guild = world.FindGuild(channel.GuildId);
        if (guild?.IsUnavailable == true)
            throw PeopleRefusal.NotPossible($"'{guild.Name}' is unavailable: Discord has an outage there.");
        if (guild?.HasBot == false)
            throw PeopleRefusal.NotPossible($"The bot is not in '{guild.Name}': somebody kicked it.");
        channel.ArchiveWhenIdle(world.Clock.GetUtcNow());
        if (channel.Archived)
            throw PeopleRefusal.NotPossible(
                "The thread is archived: nothing can be done in it until somebody writes there.");
        return new Scene(world.GetPersonNamed(person), channel, guild);
    }
}
