using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using FactBot.Chat;
using FactBot.Discord.Rest;
using FactBot.Discord.Wire;
using FactBot.Host.Operations;
using FactBot.Host.Storage;
using FactBot.Text.Characters;
using Microsoft.Extensions.Logging;

namespace FactBot.Host.Chat;

/// <summary>
/// Passes interactions to FactBot and its replies back. Only this class knows Discord's rule that the initial response is
/// due within three seconds: if a command takes longer, it defers the response and sends it later.
/// </summary>
internal sealed partial class InteractionListener(
    CommandRouter router,
    RequestReader reader,
    IDiscordRest rest,
    Undelivered undelivered,
    LetGo letGo,
    Signals signals,
    TimeProvider time,
    ILogger<InteractionListener> log)
    : IDisposable
{
    private const int AtOnce = 32;

    /// <summary>The most interactions to have in hand: more than Discord sends a bot of any size in three seconds.</summary>
    private const int Most = 2_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(7);

    private static readonly Reply Elsewhere = Reply.Refuse(
        $"This button is from an older FactBot, or you are outside of a server; {new CommandName("help")} in a server's channel shows what can be done.");

    private readonly SemaphoreSlim room = new(AtOnce);
    private readonly SemaphoreSlim completionRoom = new(AtOnce);
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<Snowflake, Task> running = new();
    private int inHand;

    /// <summary>Starts responding over REST, and returns at once.</summary>
    public void Receive(Interaction interaction) => Receive(
        interaction,
        first => rest.RespondAsync(interaction.Id, interaction.Token, first, CancellationToken.None));

    /// <summary>
    /// Starts responding, and returns at once. The initial response is sent with the given function. The returned task ends when
    /// the interaction has been handled; it is null if this one was dropped (too many are in progress, or the bot is stopping).
    /// </summary>
    public Task? Receive(Interaction interaction, Func<InteractionResponse, Task> respondAsync)
    {
        if (Interlocked.Increment(ref inHand) > Most || stopping.IsCancellationRequested)
        {
            Interlocked.Decrement(ref inHand);
            letGo.Count(DropReason.Full);
            return null;
        }

        var answer = Task.Run(() => AnswerAsync(interaction, respondAsync));
        running[interaction.Id] = answer;
        _ = answer.ContinueWith(
            _ =>
            {
                running.TryRemove(interaction.Id, out var _);
                Interlocked.Decrement(ref inHand);
            },
            TaskScheduler.Default);
        return answer;
    }

    /// <summary>Waits up to seven seconds for responses in progress. Work that hasn't started by then never does.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAny(Task.WhenAll(running.Values), Task.Delay(StopPatience, TimeProvider.System, cancellationToken));
        await stopping.CancelAsync();
    }

    public void Dispose()
    {
        stopping.Cancel();
        stopping.Dispose();
        room.Dispose();
        completionRoom.Dispose();
    }

    private async Task AnswerAsync(Interaction interaction, Func<InteractionResponse, Task> respondAsync)
    {
        var (request, unread) = Read(interaction);
        using var signal = signals.Begin(interaction.Type, request is null || CommandRouter.Find(request.Command) is null ? null : request.Command);
        using var waiting = new Waiting(time);
        var hand = new Hand(interaction, request, unread, signal, waiting, AcknowledgeAsync);
        try
        {
            await (interaction.Type == InteractionType.Autocomplete ? CompleteAsync(hand) : ReplyAsync(hand));
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

    /// <summary>Reads what Discord sent. Whatever shape it has, the person gets an answer.</summary>
    private (Request? Request, Exception? Unread) Read(Interaction interaction)
    {
        try
        {
            return interaction.Unread is { } unread ? (null, unread) : (reader.Find(interaction), null);
        }
        catch (Exception e)
        {
            return (null, e);
        }
    }

    private async Task CompleteAsync(Hand hand)
    {
        var entering = hand.Waiting.EnterAsync(completionRoom, stopping.Token);
        if (await Task.WhenAny(entering, Task.Delay(Waiting.FirstAnswer, time)) != entering)
        {
            hand.Waiting.GiveUp();
        }

        if (!await entering)
        {
            Drop(hand);
            return;
        }

        IReadOnlyList<Choice> choices = [];
        try
        {
            hand.ThrowIfUnread();
            if (hand.Request is { } request && RequestReader.FindTyped(hand.Interaction) is var (option, typed))
            {
                choices = await router.CompleteAsync(request, option, typed, CancellationToken.None);
            }
        }
        catch (Exception e)
        {
            // An empty list is the only answer Discord has for this.
            hand.Signal.Fail(e);
            LogFailed(e, hand.Interaction.Id.ToString());
        }
        finally
        {
            completionRoom.Release();
        }

        await hand.RespondAsync(InteractionResponse.Choices(
            [.. choices.Take(25).Select(c => new CommandChoice(Clip.To(c.Name, 100), c.Value))]));
    }

    private async Task ReplyAsync(Hand hand)
    {
        var turnsPage = CustomId.Parse(hand.Interaction.Data?.CustomId) is { TurnsPage: true }
            && hand.Interaction.Type == InteractionType.MessageComponent;
        // On its own thread: SQLite blocks the thread while it waits for its lock, and the deferral must not wait with it.
        var replying = Task.Run(() => RunAsync(hand, turnsPage));
        try
        {
            if (await Task.WhenAny(replying, Task.Delay(Patience, time)) == replying)
            {
                if (await replying is { } reply)
                {
                    await hand.RespondAsync(reply.First);
                }

                return;
            }

            await hand.Waiting.Promise(hand.RespondAsync(
                turnsPage ? InteractionResponse.DeferredUpdate() : InteractionResponse.Deferred(isEphemeral: true)));
            if (await replying is { } late)
            {
                await BringLateAsync(hand.Interaction, late, turnsPage);
            }
        }
        catch (DiscordApiException) when (hand.Request is not null)
        {
            hand.Waiting.GiveUp();
            if (await replying is { IsRefusal: false } owed)
            {
                undelivered.Keep(hand.Request, owed);
            }

            throw;
        }
    }

    private Task<Message> BringLateAsync(Interaction interaction, RenderedReply late, bool turnsPage) =>
        turnsPage && late.IsRefusal
            ? rest.FollowUpAsync(interaction.ApplicationId, interaction.Token, late.Late, CancellationToken.None)
            : rest.EditOriginalAsync(interaction.ApplicationId, interaction.Token, late.Late, CancellationToken.None);

    /// <summary>Runs the request; returns null if it was dropped before any work.</summary>
    private async Task<RenderedReply?> RunAsync(Hand hand, bool turnsPage)
    {
        if (!await hand.Waiting.EnterAsync(room, stopping.Token))
        {
            Drop(hand);
            return null;
        }

        try
        {
            hand.ThrowIfUnread();
            if (hand.Request is not { } request)
            {
                return ReplyRenderer.Render(Elsewhere, turnsPage);
            }

            if (undelivered.Take(request) is { } owed)
            {
                return owed;
            }

            var reply = await router.RunAsync(request with { Handlers = room }, CancellationToken.None);
            hand.Signal.Outcome = reply.IsRefusal ? "refused" : "replied";
            return ReplyRenderer.Render(reply, turnsPage);
        }
        catch (Exception e) when (DatabaseTroubles.Find(e) is { } trouble)
        {
            // Logged once for all requests by the database watch.
            hand.Signal.Fail(e);
            return ReplyRenderer.Render(Reply.Refuse(DatabaseTroubles.ToPeople(trouble), hand.Request?.FindWritten()), turnsPage);
        }
        catch (Exception e)
        {
            hand.Signal.Fail(e);
            var reference = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
            LogFailed(e, reference);
            var apology = Reply.Refuse(
                $"Something went wrong here, and it is noted under the reference **{reference}**. Please try again; if it happens again, tell that reference to whoever runs this bot.",
                hand.Request?.FindWritten());
            return ReplyRenderer.Render(apology, turnsPage);
        }
        finally
        {
            room.Release();
        }
    }

    private void Drop(Hand hand)
    {
        hand.Signal.Outcome = "dropped";
        letGo.Count(stopping.IsCancellationRequested ? DropReason.Stopping : DropReason.Late);
    }

    [LoggerMessage(LogLevel.Warning, "Interaction {Interaction} could not be answered: {Reason}")]
    private partial void LogNotAnswered(Snowflake interaction, string reason);

    [LoggerMessage(LogLevel.Error, "An interaction failed; reference {Reference}")]
    private partial void LogFailed(Exception e, string reference);

    /// <summary>An interaction while it is being handled.</summary>
    private sealed record Hand(
        Interaction Interaction,
        Request? Request,
        Exception? Unread,
        Signals.InteractionSignal Signal,
        Waiting Waiting,
        Func<InteractionResponse, Task> RespondAsync)
    {
        public void ThrowIfUnread()
        {
            if (Unread is not null)
            {
                ExceptionDispatchInfo.Throw(Unread);
            }
        }
    }
}
