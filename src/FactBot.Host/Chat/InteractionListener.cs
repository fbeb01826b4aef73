using System.Collections.Concurrent;
using System.Security.Cryptography;
using FactBot.Chat;
using FactBot.Discord.Rest;
using FactBot.Discord.Wire;
using FactBot.Host.Operations;
using Microsoft.Extensions.Logging;

namespace FactBot.Host.Chat;

/// <summary>
/// Takes interactions to the desk and its replies back. Alone knows Discord's rule that the first answer is due within
/// three seconds: where the desk takes longer, it promises the answer and brings it later.
/// </summary>
internal sealed partial class InteractionListener(
    CommandRouter router,
    RequestReader reader,
    IDiscordRest rest,
    Undelivered undelivered,
    Signals signals,
    TimeProvider time,
    ILogger<InteractionListener> log)
    : IDisposable
{
    private const int AtOnce = 32;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private static readonly Reply Elsewhere = Reply.Refuse(
        $"This button is from an older FactBot, or you are outside of a server; {new CommandName("help")} in a server's channel shows what can be done.");

    private readonly SemaphoreSlim room = new(AtOnce);
    private readonly ConcurrentDictionary<Snowflake, Task> running = new();

    /// <summary>Begins to answer over REST, and returns at once.</summary>
    public void Receive(Interaction interaction) => Receive(
        interaction,
        first => rest.RespondAsync(interaction.Id, interaction.Token, first, CancellationToken.None));

    /// <summary>Begins to answer, and returns at once; the first answer goes the way that is given.</summary>
    public void Receive(Interaction interaction, Func<InteractionResponse, Task> respondAsync)
    {
        var answer = Task.Run(() => AnswerAsync(interaction, respondAsync));
        running[interaction.Id] = answer;
        _ = answer.ContinueWith(_ => running.TryRemove(interaction.Id, out var _), TaskScheduler.Default);
    }

    /// <summary>Waits for the answers under way, up to ten seconds.</summary>
    public Task FinishAsync() => Task.WhenAny(Task.WhenAll(running.Values), Task.Delay(TimeSpan.FromSeconds(10), time));

    public void Dispose() => room.Dispose();

    private async Task AnswerAsync(Interaction interaction, Func<InteractionResponse, Task> respondAsync)
    {
        var request = reader.Find(interaction);
        using var signal = signals.Begin(interaction.Type, request is null || CommandRouter.Find(request.Command) is null ? null : request.Command);
        try
        {
            await (interaction.Type == InteractionType.Autocomplete
                ? CompleteAsync(interaction, request, AcknowledgeAsync)
                : ReplyAsync(interaction, request, signal, AcknowledgeAsync));
        }
        catch (DiscordApiException e)
        {
            signal.Fail(e);
            LogNotAnswered(interaction.Id, e.Message);
        }
        catch (Exception e)
        {
            signal.Fail(e);
            LogFailed(e, interaction.Id.ToString());
        }

        async Task AcknowledgeAsync(InteractionResponse first)
        {
            await respondAsync(first);
            signal.Acknowledge(first.Type is CallbackType.DeferredMessage or CallbackType.DeferredUpdate);
        }
    }

    private async Task CompleteAsync(Interaction interaction, Request? request, Func<InteractionResponse, Task> respondAsync)
    {
        var choices = request is not null && RequestReader.FindTyped(interaction) is var (option, typed)
            ? await router.CompleteAsync(request, option, typed, CancellationToken.None)
            : [];
        await respondAsync(InteractionResponse.Choices(
            [.. choices.Take(25).Select(c => new CommandChoice(Clip.To(c.Name, 100), c.Value))]));
    }

    private async Task ReplyAsync(
        Interaction interaction, Request? request, Signals.InteractionSignal signal, Func<InteractionResponse, Task> respondAsync)
    {
        var turnsPage = CustomId.Parse(interaction.Data?.CustomId) is { TurnsPage: true }
            && interaction.Type == InteractionType.MessageComponent;
        // On a thread of its own: SQLite waits for its lock without giving the thread back, and the deferral must not wait with it.
        var replying = Task.Run(() => RunAsync(request, turnsPage, signal));
        try
        {
            if (await Task.WhenAny(replying, Task.Delay(Patience, time)) == replying)
            {
                await respondAsync((await replying).First);
                return;
            }

            await respondAsync(
                turnsPage ? InteractionResponse.DeferredUpdate() : InteractionResponse.Deferred(isEphemeral: true));
            await BringLateAsync(interaction, await replying, turnsPage);
        }
        catch (DiscordApiException) when (request is not null)
        {
            if (await replying is { IsRefusal: false } owed)
            {
                undelivered.Keep(request, owed);
            }

            throw;
        }
    }

    private Task<Message> BringLateAsync(Interaction interaction, RenderedReply late, bool turnsPage) =>
        turnsPage && late.IsRefusal
            ? rest.FollowUpAsync(interaction.ApplicationId, interaction.Token, late.Late, CancellationToken.None)
            : rest.EditOriginalAsync(interaction.ApplicationId, interaction.Token, late.Late, CancellationToken.None);

    private async Task<RenderedReply> RunAsync(Request? request, bool turnsPage, Signals.InteractionSignal signal)
    {
        await room.WaitAsync();
        try
        {
            if (request is null)
            {
                return ReplyRenderer.Render(Elsewhere, turnsPage);
            }

            if (undelivered.Take(request) is { } owed)
            {
                return owed;
            }

            var reply = await router.RunAsync(request, CancellationToken.None);
            signal.Outcome = reply.IsRefusal ? "refused" : "replied";
            return ReplyRenderer.Render(reply, turnsPage);
        }
        catch (Exception e)
        {
            signal.Fail(e);
            var reference = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
            LogFailed(e, reference);
            var apology = Reply.Refuse(
                $"Something went wrong here, and it is noted under the reference **{reference}**. Please try again; if it happens again, tell that reference to whoever runs this bot.",
                request?.FindWritten());
            return ReplyRenderer.Render(apology, turnsPage);
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
