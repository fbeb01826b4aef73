using System.Text.Json;
using FactBot.Discord;
using FactBot.Discord.Interactions;
using FactBot.Discord.Rest;
using FactBot.Discord.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace FactBot.Host.Chat;

/// <summary>Takes interactions that Discord sends by HTTP.</summary>
/// <remarks>https://docs.discord.com/developers/interactions/overview#configuring-an-interactions-endpoint-url</remarks>
internal sealed class InteractionPort(IOptions<DiscordOptions> discord, InteractionListener interactions, DiscordRest rest)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.8);

    public void Map(WebApplication app) => app.MapPost("/interactions", AnswerAsync);

    private async Task<IResult> AnswerAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        if (!InteractionSignature.IsValid(
            discord.Value.PublicKey,
            request.Headers["X-Signature-Ed25519"],
            request.Headers["X-Signature-Timestamp"],
            body.ToArray()))
        {
            return Results.Unauthorized();
        }

        return InteractionReader.Find(body.ToArray()) is not { } interaction ? Results.BadRequest()
            : interaction.Type == InteractionType.Ping ? Inline(new InteractionResponse { Type = CallbackType.Pong })
            : await ActAsync(interaction);
    }

    private async Task<IResult> ActAsync(Interaction interaction)
    {
        var first = new TaskCompletionSource<InteractionResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
        interactions.Receive(interaction, response =>
        {
            first.TrySetResult(response);
            return Task.CompletedTask;
        });
        var answer = await first.Task.WaitAsync(Patience);
        if (answer.Data?.Files is not { Count: > 0 })
        {
            return Inline(answer);
        }

        // Files go as multipart, which is the callback route's business.
        await rest.RespondAsync(interaction.Id, interaction.Token, answer, CancellationToken.None);
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }

    private static IResult Inline(InteractionResponse response) =>
        Results.Text(JsonSerializer.Serialize(response, DiscordJson.Default.InteractionResponse), "application/json");
}
