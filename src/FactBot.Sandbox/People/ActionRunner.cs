using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord.Interactions;
using FactBot.Sandbox.Discord.Rules;
using FactBot.Sandbox.Stage;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.People;

/// <summary>Sends an interaction, waits for the bot as a person's app would, and returns the result.</summary>
/// <param name="world">The world.</param>
/// <param name="bot">The bot.</param>
/// <param name="presence">Tells whether the bot is there.</param>
/// <param name="settling">How long to wait, after the bot's response, for posts that follow from it.</param>
internal sealed class ActionRunner(SandboxWorld world, BotLife bot, BotPresence presence, TimeSpan settling)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Waits until there is a bot to act on; call it before looking anything up.</summary>
    public Task WaitForBotAsync(CancellationToken cancellationToken) => presence.WaitAsync(cancellationToken);

    /// <param name="send">Creates and dispatches the interaction; called while holding the world's lock.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public async Task<(Interaction Interaction, JsonObject Answer)> RunAsync(
        Func<Interaction> send, CancellationToken cancellationToken)
    {
        Interaction interaction;
        var began = TimeProvider.System.GetTimestamp();
        lock (world.Gate)
        {
            interaction = send();
        }

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var patience = Task.Delay(Patience, TimeProvider.System, enough.Token);
        await Task.WhenAny(
            interaction.Acknowledged, patience, Task.Delay(Interaction.FirstAnswer, world.Clock, enough.Token));
        var elapsed = TimeProvider.System.GetElapsedTime(began);
        if (interaction.Acknowledged.IsCompleted)
            await Task.WhenAny(interaction.Answered, patience);
        await enough.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();

        await bot.SettleAsync(settling, cancellationToken);
        world.TellChanged();
        lock (world.Gate)
        {
            return (interaction, Describe(interaction, elapsed));
        }
    }

    private JsonObject Describe(Interaction interaction, TimeSpan elapsed)
    {
        var json = new JsonObject
        {
            ["outcome"] = "failed",
            ["deferred"] = interaction.IsDeferred,
            ["ephemeral"] = interaction.IsEphemeral,
        };
        if (interaction.Callback is null)
        {
            json["error"] = "The application did not respond within 3 seconds.";
        }
        else if (!interaction.Answered.IsCompleted)
        {
            json["error"] = "The application is still thinking after 15 seconds.";
        }
        else if (interaction.Form is { } form)
        {
            json["outcome"] = "form";
            json["form"] = FormShape.ToJson(form);
        }
        else
        {
            json["outcome"] = "replied";
            if (world.FindMessage(interaction.ShownId ?? interaction.OriginalId) is { } message)
            {
                json["ephemeral"] = (message.Flags & MessageRules.Ephemeral) != 0;
                json["message"] = world.ToJson(message);
            }
        }

        json["elapsedMs"] = (long)elapsed.TotalMilliseconds;
        return json;
    }
}
