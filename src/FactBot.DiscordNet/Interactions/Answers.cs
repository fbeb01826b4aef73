using Discord;
using Discord.WebSocket;
using FactBot.Discord.Interactions;
using FactBot.Discord.Rest;
using FactBot.DiscordNet.Rest;
using Wire = FactBot.Discord.Wire;

namespace FactBot.DiscordNet.Interactions;

/// <summary>Responds to interactions through Discord.Net's objects for them.</summary>
internal sealed class Answers(CallbackLane lane, RestCare care, ShownForms forms)
{
    public Task RespondAsync(SocketInteraction interaction, Wire.InteractionResponse response, CancellationToken cancellationToken) =>
        lane.RespondAsync(token => TryRespondAsync(interaction, response, token), cancellationToken);

    public Task EditAsync(SocketInteraction interaction, Wire.MessageBody body, CancellationToken cancellationToken) =>
        interaction.ModifyOriginalResponseAsync(Outgoing.Of(body).Fill, NetConfig.For(care, cancellationToken));

    public Task FollowUpAsync(SocketInteraction interaction, Wire.MessageBody body, CancellationToken cancellationToken)
    {
        var message = Outgoing.Of(body);
        var options = NetConfig.For(care, cancellationToken);
        return message.Files is { Count: > 0 } files
            ? interaction.FollowupWithFilesAsync(
                files, message.Text, message.Embeds, ephemeral: message.IsEphemeral, allowedMentions: message.Mentions, components: message.Components, options: options)
            : interaction.FollowupAsync(
                message.Text, message.Embeds, ephemeral: message.IsEphemeral, allowedMentions: message.Mentions, components: message.Components, options: options);
    }

    private async Task<DiscordApiException?> TryRespondAsync(SocketInteraction interaction, Wire.InteractionResponse response, CancellationToken cancellationToken)
    {
        try
        {
            await RespondOnceAsync(interaction, response, NetConfig.For(care, cancellationToken));
            return null;
        }
        catch (DiscordApiException refusal)
        {
            return refusal;
        }
        catch (Exception e) when (!RestPipeline.IsConnectionFailure(e, cancellationToken) && Asking.FindRefusal(e, cancellationToken) is { } refusal)
        {
            return refusal;
        }
    }

    private Task RespondOnceAsync(SocketInteraction interaction, Wire.InteractionResponse response, RequestOptions options) =>
        (response.Type, interaction) switch
        {
            (Wire.CallbackType.Autocomplete, SocketAutocompleteInteraction typing) => typing.RespondAsync(
                (response.Data!.Choices ?? []).Select(c => new AutocompleteResult(c.Name, c.Value.GetString())), options),
            (Wire.CallbackType.Modal, _) => OpenAsync(interaction, response.Data!, options),
            (Wire.CallbackType.DeferredMessage, SocketMessageComponent click) => click.DeferLoadingAsync(ephemeral: true, options),
            (Wire.CallbackType.DeferredMessage, SocketModal form) => form.DeferLoadingAsync(ephemeral: true, options),
            (Wire.CallbackType.DeferredMessage, _) => interaction.DeferAsync(ephemeral: true, options),
            (Wire.CallbackType.DeferredUpdate, _) => interaction.DeferAsync(ephemeral: false, options),
            (Wire.CallbackType.Update, SocketMessageComponent click) => click.UpdateAsync(Outgoing.Of(response.Data!).Fill, options),
            _ => SayAsync(interaction, Outgoing.Of(response.Data!), options),
        };

    private Task OpenAsync(SocketInteraction interaction, Wire.InteractionResponseData form, RequestOptions options)
    {
        if (FormWriting.FindSelect(form) is { } select)
        {
            return interaction.RespondAsync(form.Title, ephemeral: true, allowedMentions: Outgoing.Nobody, components: select, options: options);
        }

        forms.Keep(interaction.User.Id, form.CustomId!, FormWriting.LabelsOf(form).Select(l => l.Child!));
        return interaction.RespondWithModalAsync(FormWriting.ModalOf(form), options);
    }

    private static Task SayAsync(SocketInteraction interaction, Outgoing message, RequestOptions options) =>
        message.Files is { Count: > 0 } files
            ? interaction.RespondWithFilesAsync(
                files, message.Text, message.Embeds, ephemeral: message.IsEphemeral, allowedMentions: message.Mentions, components: message.Components, options: options)
            : interaction.RespondAsync(
                message.Text, message.Embeds, ephemeral: message.IsEphemeral, allowedMentions: message.Mentions, components: message.Components, options: options);
}
