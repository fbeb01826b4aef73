using Discord;
using Discord.Rest;

namespace FactBot.DiscordNet.Rest;

/// <summary>Discord.Net's REST client, logged in on first use.</summary>
internal sealed class RestLogin(RestCare care, NetLog log) : IAsyncDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private DiscordRestClient? client;

    public async Task<DiscordRestClient> GetAsync(CancellationToken cancellationToken)
    {
        if (client is { LoginState: LoginState.LoggedIn } ready)
        {
            return ready;
        }

        await gate.WaitAsync(cancellationToken);
        try
        {
            if (client is null)
            {
                client = new DiscordRestClient(NetConfig.ForRest(care));
                client.Log += log.WriteAsync;
            }

            if (client.LoginState != LoginState.LoggedIn)
            {
                await client.LoginAsync(TokenType.Bot, care.Options.Token, validateToken: false);
            }

            return client;
        }
        finally
        {
            gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (client is not null)
        {
            await client.DisposeAsync();
        }

        gate.Dispose();
    }
}
