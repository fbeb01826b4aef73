using System.Collections.Concurrent;
using System.Security.Cryptography;
using FactBot.Chat;
using FactBot.Discord.Rest;
using FactBot.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace FactBot.Host.Chat;

/// <summary>
/// Takes interactions to the desk and its replies back. Alone knows Discord's rule that the first answer is due within
/// three seconds: where the desk takes longer, it promises the answer and brings it later.
/// </summary>
internal sealed partial class InteractionListener(
    CommandRouter router, RequestReader reader, DiscordRest rest, TimeProvider time, ILogger<InteractionListener> log)
    : IDisposable
{
    private const int AtOnce = 32;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private readonly SemaphoreSlim room = new(AtOnce);
    private readonly ConcurrentDictionary<Snowflake, Task> running = new();

    /// <summary>Begins to answer, and returns at once.</summary>
    public void Receive(Interaction interaction)
    {
        var answer = Task.Run(() => AnswerAsync(interaction));
        running[interaction.Id] = answer;
        _ = answer.ContinueWith(_ => running.TryRemove(interaction.Id, out var _), TaskScheduler.Default);
    }

    /// <summary>Waits for the answers under way, up to ten seconds.</summary>
    public Task FinishAsync() => Task.WhenAny(Task.WhenAll(running.Values), Task.Delay(TimeSpan.FromSeconds(10), time));

    public void Dispose() => room.Dispose();

    private async Task AnswerAsync(Interaction interaction)
    {
        try
        {
            await (interaction.Type == InteractionType.Autocomplete ? CompleteAsync(interaction) : ReplyAsync(interaction));
        }
        catch (DiscordApiException e)
        {
            LogNotAnswered(interaction.Id, e.Message);
        }
        catch (Exception e)
        {
            LogFailed(e, interaction.Id.ToString());
        }
    }

    private async Task CompleteAsync(Interaction interaction)
    {
        var choices = reader.Find(interaction) is { } request && RequestReader.FindTyped(interaction) is var (option, typed)
            ? await router.CompleteAsync(request, option, typed, CancellationToken.None)
            : [];
        await rest.RespondAsync(
            interaction.Id,
            interaction.Token,
            InteractionResponse.Choices([.. choices.Take(25).Select(c => new CommandChoice(Clip.To(c.Name, 100), c.Value))]),
            CancellationToken.None);
    }

    private async Task ReplyAsync(Interaction interaction)
    {
        var replying = RunAsync(interaction);
        var turnsPage = CustomId.Parse(interaction.Data?.CustomId) is { TurnsPage: true }
            && interaction.Type == InteractionType.MessageComponent;
        if (await Task.WhenAny(replying, Task.Delay(Patience, time)) != replying)
        {
            await rest.RespondAsync(
                interaction.Id,
                interaction.Token,
                turnsPage ? InteractionResponse.DeferredUpdate() : InteractionResponse.Deferred(isEphemeral: true),
                CancellationToken.None);
            var late = await replying;
            await rest.EditOriginalAsync(
                interaction.ApplicationId,
                interaction.Token,
                late.Form is { } form ? ReplyRenderer.LateForm(form) : ReplyRenderer.MessageOf(late),
                CancellationToken.None);
            return;
        }

        var reply = await replying;
        await rest.RespondAsync(
            interaction.Id,
            interaction.Token,
            reply.Form is not null ? FormRenderer.ModalOf(reply.Form)
                : turnsPage && !reply.IsRefusal ? InteractionResponse.Update(ReplyRenderer.MessageOf(reply))
                : InteractionResponse.Message(ReplyRenderer.MessageOf(reply)),
            CancellationToken.None);
    }

    private async Task<Reply> RunAsync(Interaction interaction)
    {
        await room.WaitAsync();
        try
        {
            return reader.Find(interaction) is { } request
                ? await router.RunAsync(request, CancellationToken.None)
                : Reply.Refuse($"FactBot works in a server's channels, with its present buttons; try {new CommandName("help")} there.");
        }
        catch (Exception e)
        {
            var reference = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
            LogFailed(e, reference);
            return Reply.Refuse(
                $"Something went wrong here, and it is noted under the reference **{reference}**. Please try again; if it happens again, tell that reference to whoever runs this bot.");
        }
        finally
        {
            room.Release();
        }
    }

    [LoggerMessage(LogLevel.Warning, "Interaction {Interaction} could not be answered: {Reason}")]
    private partial void LogNotAnswered(Snowflake interaction, string reason);

    [LoggerMessage(LogLevel.Error, "An interaction failed; reference {Reference}")]
    private partial void LogFailed(Exception e, string reference);
}
