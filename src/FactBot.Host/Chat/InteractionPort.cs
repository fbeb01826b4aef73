using System.Text.Json;
using FactBot.Discord;
using FactBot.Discord.Interactions;
using FactBot.Discord.Rest;
using FactBot.Discord.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace FactBot.Host.Chat;

/// <summary>Receives the interactions that Discord sends over HTTP.</summary>
/// <remarks>https://docs.discord.com/developers/interactions/overview#configuring-an-interactions-endpoint-url</remarks>
internal sealed class InteractionPort(
    IOptionsMonitor<DiscordOptions> discord, InteractionListener interactions, IDiscordRest rest, SeenInteractions seen, DiscordTime time)
{
    /// <summary>In bytes: several times the largest form Discord sends.</summary>
    public const int MaxBody = 256 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.8);

    /// <summary>How far a signature's time may be from now, either way.</summary>
    private static readonly TimeSpan SignatureHolds = TimeSpan.FromMinutes(5);

    /// <summary>How long Discord accepts any response to an interaction.</summary>
    private static readonly TimeSpan LastAnswer = TimeSpan.FromMinutes(15);

    public void Map(WebApplication app) => app.MapPost("/interactions", AnswerAsync);

    private async Task<IResult> AnswerAsync(HttpRequest request)
    {
        var (signature, timestamp) = ((string?)request.Headers["X-Signature-Ed25519"], (string?)request.Headers["X-Signature-Timestamp"]);
        if (!InteractionSignature.IsWellFormed(signature, timestamp, out var signedAt) || (time.Now - signedAt).Duration() > SignatureHolds)
        {
            return Results.Unauthorized();
        }

        if (request.ContentLength > MaxBody)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        byte[]? body;
        try
        {
            body = await FindBodyAsync(request);
        }
        catch (OperationCanceledException) when (!request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            return Results.StatusCode(StatusCodes.Status408RequestTimeout);
        }

        return body is null ? Results.StatusCode(StatusCodes.Status413PayloadTooLarge)
            : !InteractionSignature.IsValid(discord.CurrentValue.PublicKey, signature, timestamp, body) ? Results.Unauthorized()
            : InteractionReader.Find(body) is not { } interaction ? Results.BadRequest()
            : interaction.Type == InteractionType.Ping ? Inline(new InteractionResponse { Type = CallbackType.Pong })
            : signedAt - interaction.Id.CreatedAt > LastAnswer ? Decline(interaction, "This came too late to be done. Please try again.")
            : !seen.Add(interaction.Id) ? Decline(interaction, "This was done already.")
            : await ActAsync(interaction);
    }

    /// <summary>Reads the body; null if it is too large. A Content-Length may be missing or wrong.</summary>
    private static async Task<byte[]?> FindBodyAsync(HttpRequest request)
    {
        // Real time: the network doesn't know about a clock that tests move.
        using var timeout = new CancellationTokenSource(Patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, request.HttpContext.RequestAborted);
        using var body = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, either.Token)) > 0)
        {
            if (body.Length + read > MaxBody)
            {
                return null;
            }

            body.Write(chunk, 0, read);
        }

        return body.ToArray();
    }

    private async Task<IResult> ActAsync(Interaction interaction)
    {
        var result = new TaskCompletionSource<IResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        var answering = interactions.Receive(interaction, async response =>
        {
            if (response.Data?.Files is not { Count: > 0 })
            {
                result.TrySetResult(Inline(response));
                return;
            }

            // Files need multipart, which only the callback route handles.
            try
            {
                await rest.RespondAsync(interaction.Id, interaction.Token, response, CancellationToken.None);
            }
            finally
            {
                result.TrySetResult(Results.StatusCode(StatusCodes.Status202Accepted));
            }
        });
        // A dropped interaction ends without a response. For this HTTP request, so does one that outlasts Discord's wait.
        await Task.WhenAny(result.Task, answering ?? Task.CompletedTask, Task.Delay(Patience, TimeProvider.System));
        return result.Task.IsCompleted ? await result.Task : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>Responds without doing anything.</summary>
    private static IResult Decline(Interaction interaction, string sentence) => Inline(interaction.Type == InteractionType.Autocomplete
        ? InteractionResponse.Choices([])
        : InteractionResponse.Message(new MessageBody { Content = sentence, Flags = MessageFlags.Ephemeral }));

    private static IResult Inline(InteractionResponse response) =>
        Results.Text(JsonSerializer.Serialize(response, DiscordJson.Default.InteractionResponse), "application/json");
}
