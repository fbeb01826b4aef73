using Discord.Net.WebSockets;

namespace FactBot.DiscordNet.Gateway;

/// <summary>Discord.Net's own WebSocket, with Identifies that wait for the guard.</summary>
internal sealed class GuardedSocket(IWebSocketClient inner, IdentifyGuard guard) : IWebSocketClient
{
    private CancellationToken connection;

    public event Func<byte[], int, int, Task> BinaryMessage
    {
        add => inner.BinaryMessage += value;
        remove => inner.BinaryMessage -= value;
    }

    public event Func<string, Task> TextMessage
    {
        add => inner.TextMessage += value;
        remove => inner.TextMessage -= value;
    }

    public event Func<Exception, Task> Closed
    {
        add => inner.Closed += value;
        remove => inner.Closed -= value;
    }

    public void SetHeader(string key, string value) => inner.SetHeader(key, value);

    public void SetCancelToken(CancellationToken cancelToken)
    {
        connection = cancelToken;
        inner.SetCancelToken(cancelToken);
    }

    public Task ConnectAsync(string host) => inner.ConnectAsync(host);

    public Task DisconnectAsync(int closeCode = 1000) => inner.DisconnectAsync(closeCode);

    public async Task SendAsync(byte[] data, int index, int count, bool isText)
    {
        await guard.PassAsync(data.AsMemory(index, count), connection);
        await inner.SendAsync(data, index, count, isText);
    }

    public void Dispose() => inner.Dispose();
}
