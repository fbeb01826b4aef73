using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using FactBot.Sandbox;
using FactBot.Sandbox.Json;

namespace FactBot.Host.Tests.Sandbox;

/// <summary>A bot of bare sockets, to see the pretend Discord from the outside.</summary>
internal sealed class PretendBot(Uri sandbox) : IAsyncDisposable
{
    public const string Application = "1100000000000000001";

    private readonly HttpClient http = new() { BaseAddress = sandbox };
    private ClientWebSocket socket = new();

    public HttpClient Http => http;

    public int? CloseCode => (int?)socket.CloseStatus;

    public static async Task<PretendBot> ConnectAsync(SandboxHost sandbox)
    {
        var bot = new PretendBot(sandbox.Address);
        await bot.OpenAsync();
        await bot.IdentifyAsync();
        await bot.NextEventAsync("GUILD_CREATE");
        return bot;
    }

    /// <summary>Connects anew and takes in the Hello.</summary>
    public async Task<JsonObject> OpenAsync(string path = "/gateway", string query = "?v=10&encoding=json")
    {
        await OpenRawAsync(query, path);
        return await NextFrameAsync() ?? [];
    }

    /// <summary>Connects anew and reads nothing.</summary>
    public async Task OpenRawAsync(string query, string path = "/gateway")
    {
        socket.Dispose();
        socket = new ClientWebSocket();
        var address = new UriBuilder(sandbox) { Scheme = "ws", Path = path, Query = query }.Uri;
        await socket.ConnectAsync(address, TestContext.Current.CancellationToken);
    }

    public Task IdentifyAsync(string token = "sandbox", long intents = 1, (int Id, int Of)? shard = null)
    {
        var identify = new JsonObject
        {
            ["token"] = token,
            ["intents"] = intents,
            ["properties"] = new JsonObject { ["os"] = "linux", ["browser"] = "bare", ["device"] = "bare" },
        };
        if (shard is { } own)
        {
            identify["shard"] = new JsonArray(own.Id, own.Of);
        }

        return SendAsync(2, identify);
    }

    public Task SendAsync(int op, JsonNode? data) =>
        SendTextAsync(new JsonObject { ["op"] = op, ["d"] = data }.ToJsonString());

    public Task SendTextAsync(string text) =>
        socket.SendAsync(
            Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);

    /// <summary>The next message as it came over the wire; null when the connection was closed.</summary>
    public async Task<byte[]?> NextBytesAsync()
    {
        using var content = new MemoryStream();
        var buffer = new byte[16384];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            content.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
                return content.ToArray();
        }
    }

    public async Task<JsonObject?> NextFrameAsync() =>
        await NextBytesAsync() is { } bytes ? JsonNode.Parse(bytes)!.AsObject() : null;

    /// <summary>Reads on until an event of this type.</summary>
    public async Task<JsonObject> NextEventAsync(string type)
    {
        while (await NextFrameAsync() is { } frame)
        {
            if (frame.Text("t") == type)
                return frame;
        }

        throw new InvalidOperationException($"The connection ended with {CloseCode} before {type} came.");
    }

    /// <summary>The next interaction.</summary>
    public async Task<JsonObject> NextInteractionAsync() => (await NextEventAsync("INTERACTION_CREATE")).Map("d")!;

    public async Task<RestReply> CallAsync(string method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/v10/" + path);
        request.Headers.TryAddWithoutValidation("Authorization", "Bot sandbox");
        request.Headers.TryAddWithoutValidation("User-Agent", "DiscordBot (https://factbot.example, 1)");
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        return await SendAsync(request);
    }

    public async Task<RestReply> SendAsync(HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var headers = response.Headers.ToDictionary(header => header.Key, header => header.Value.First());
        return new RestReply((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text), headers);
    }

    public Task<RestReply> AnswerAsync(JsonObject interaction, string callback) =>
        CallAsync("POST", $"interactions/{interaction.Text("id")}/{interaction.Text("token")}/callback", callback);

    public Task RegisterAsync(string commands) =>
        CallAsync("PUT", $"applications/{Application}/commands", commands);

    /// <summary>Drops the connection without a close, as a broken line does.</summary>
    public void Drop() => socket.Abort();

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        http.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>What a REST call was answered.</summary>
internal sealed record RestReply(int Status, JsonNode? Body, Dictionary<string, string> Headers)
{
    public long? Code => Body.Number("code");
}
