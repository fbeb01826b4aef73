using System.Net.WebSockets;
using FactBot.Discord.Gateway;
using FactBot.Discord.Tests.Fakes;

namespace FactBot.Discord.Tests.Gateway;

public sealed class GatewaySocketTests
{
    [Fact]
    public async Task A_send_after_the_end_says_so()
    {
        await using var discord = await FakeDiscord.StartAsync(compresses: true);
        await using var socket = await OpenAsync(discord);
        var gateway = await discord.AcceptAsync();
        await gateway.SendRawAsync([1, 2, 3, 4, 5]);
        Assert.Null(await socket.ReceiveAsync().Soon());

        await Assert.ThrowsAsync<WebSocketException>(() => socket.SendAsync(new byte[1], CancellationToken.None));
        socket.Close(CloseCodes.KeepSession);
        Assert.Null(await socket.ReceiveAsync().Soon());
    }

    [Theory]
    [InlineData(GatewaySocket.LargestSend, true)]
    [InlineData(GatewaySocket.LargestSend + 1, false)]
    public async Task Nothing_larger_than_Discord_takes_is_sent(int bytes, bool isTaken)
    {
        await using var discord = await FakeDiscord.StartAsync(compresses: true);
        await using var socket = await OpenAsync(discord);
        await discord.AcceptAsync();

        var failure = await Record.ExceptionAsync(() => socket.SendAsync(
            new string(' ', bytes - 8).Insert(0, "{\"op\":3}").Select(character => (byte)character).ToArray(),
            CancellationToken.None));

        Assert.Equal(isTaken, failure is null);
    }

    [Fact]
    public async Task A_gateway_that_is_not_there_is_a_failure_of_the_socket()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.ClosedPath = "/closed";

        await Assert.ThrowsAsync<WebSocketException>(() => OpenAsync(discord, "/closed"));
    }

    /// <remarks>https://github.com/discord-net/Discord.Net/issues/2126</remarks>
    [Fact]
    public async Task A_send_that_waits_does_not_hold_up_the_close()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var socket = await GatewaySocket.OpenAsync(
            new Uri(discord.GatewayUrl("/first")), false, new ObservedTime(), new GatewayPatience(),
            CancellationToken.None);
        var gateway = await discord.AcceptAsync();
        using var stop = new CancellationTokenSource();
        var sends = Enumerable.Range(0, SendLimit.Sends + 1)
            .Select(_ => socket.SendAsync("""{"op":3}"""u8.ToArray(), stop.Token)).ToList();
        await Task.WhenAll(sends[..^1]).Soon();

        socket.Close(CloseCodes.KeepSession);

        Assert.Equal(CloseCodes.KeepSession, await gateway.Closed);
        Assert.False(sends[^1].IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sends[^1].Soon());
    }

    private static Task<GatewaySocket> OpenAsync(FakeDiscord discord, string path = "/first") =>
        GatewaySocket.OpenAsync(
            new Uri(discord.GatewayUrl(path)), discord.Compresses, TimeProvider.System, new GatewayPatience(),
            CancellationToken.None);
}
