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
internal sealed class InteractionPort(IOptionsMonitor<DiscordOptions> discord, InteractionListener interactions, IDiscordRest rest)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.8);

    public void Map(WebApplication app) => app.MapPost("/interactions", AnswerAsync);

    private async Task<IResult> AnswerAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        if (!InteractionSignature.IsValid(
            discord.CurrentValue.PublicKey,
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

    private Task<IResult> ActAsync(Interaction interaction)
    {
        var result = new TaskCompletionSource<IResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        interactions.Receive(interaction, async response =>
        {
            if (response.Data?.Files is not { Count: > 0 })
            {
                result.TrySetResult(Inline(response));
                return;
            }

            // Files go as multipart, which is the callback route's business.
            try
            {
                await rest.RespondAsync(interaction.Id, interaction.Token, response, CancellationToken.None);
            }
            finally
            {
                result.TrySetResult(Results.StatusCode(StatusCodes.Status202Accepted));
            }
        });
        return result.Task.WaitAsync(Patience);
    }

    private static IResult Inline(InteractionResponse response) =>
        Results.Text(JsonSerializer.Serialize(response, DiscordJson.Default.InteractionResponse), "application/json");
}
