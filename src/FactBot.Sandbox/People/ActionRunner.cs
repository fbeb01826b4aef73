using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord.Interactions;
using FactBot.Sandbox.Discord.Rules;
using FactBot.Sandbox.Stage;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.People;

/// <summary>Sends an interaction, waits for the bot as a person's app would, and tells what became of it.</summary>
/// <param name="world">The world.</param>
/// <param name="bot">The bot.</param>
/// <param name="presence">Whether it is there.</param>
/// <param name="settling">How long the bot is given, after its answer, to post what follows from it.</param>
internal sealed class ActionRunner(SandboxWorld world, BotLife bot, BotPresence presence, TimeSpan settling)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Waits until there is a bot to act on; to be called before anything is looked up.</summary>
    public Task WaitForBotAsync(CancellationToken cancellationToken) => presence.WaitAsync(cancellationToken);

    /// <param name="send">Makes and dispatches the interaction; called under the world's gate.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
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
