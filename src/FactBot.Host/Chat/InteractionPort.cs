using System.Text.Json;
using FactBot.Discord;
using FactBot.Discord.Interactions;
using FactBot.Discord.Rest;
using FactBot.Discord.Wire;
using FactBot.Host.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FactBot.Host.Chat;

/// <summary>Takes interactions that Discord sends by HTTP, where the settings ask for it.</summary>
/// <remarks>https://docs.discord.com/developers/interactions/overview#configuring-an-interactions-endpoint-url</remarks>
internal sealed class InteractionPort(
    IOptions<DiscordOptions> discord, IOptions<WebOptions> web, InteractionListener interactions, DiscordRest rest)
    : IHostedService, IAsyncDisposable
{
    private const int MaxBody = 8 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.8);

    private WebApplication? app;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (discord.Value.Interactions != InteractionDelivery.Http)
        {
            return;
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(web.Value.Url).ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = MaxBody);
        app = builder.Build();
        app.MapPost("/interactions", AnswerAsync);
        await app.StartAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => app?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

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
