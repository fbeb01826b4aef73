using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord.Rules;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.Stage;
using FactBot.Sandbox.World;
using NSec.Cryptography;

namespace FactBot.Sandbox.Discord.Interactions;

/// <summary>Sends interactions by HTTP to an application that has an address for them, signed as Discord signs them.</summary>
/// <remarks>https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint</remarks>
internal sealed class InteractionEndpoint(SandboxWorld world, TrafficLog traffic) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
    {
        Timeout = Interaction.FirstAnswer,
    };

    /// <summary>The public key with which the application checks the signatures, in hexadecimal.</summary>
    public string PublicKey
    {
        get
        {
            using var key = GetKey();
            return Convert.ToHexStringLower(key.PublicKey.Export(KeyBlobFormat.RawPublicKey));
        }
    }

    public void Dispose() => http.Dispose();

    /// <summary>Checks an address as Discord does before it takes it: a PING is answered with a PONG, and one with a wrong
    /// signature with 401.</summary>
    public void Check(string address, FormErrors errors)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || !url.IsLoopback)
            errors.Add("interactions_endpoint_url", "URL_TYPE_INVALID_URL", "Not a well formed URL of this machine.");
        else if (!Verify(url))
            errors.Add(
                "interactions_endpoint_url",
                "APPLICATION_INTERACTIONS_ENDPOINT_VERIFICATION_FAILED",
                "The specified interactions endpoint url could not be verified.");
    }

    /// <summary>Delivers an interaction, and hands what the application answers to <paramref name="answer"/>.</summary>
    public async Task DeliverAsync(string address, JsonObject payload, Action<JsonObject> answer)
    {
        var status = 0;
        JsonNode? said = null;
        try
        {
            using var request = Sign(new Uri(address), payload.ToJsonString(), isGood: true);
            using var response = await http.SendAsync(request);
            status = (int)response.StatusCode;
            said = TrafficLog.Read(await response.Content.ReadAsStringAsync());
            // 202 says that the answer comes by the callback.
            if (status == 200 && said is JsonObject callback)
                answer(callback);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            // As with the gateway, nobody but the person who waits is told.
        }
        finally
        {
            traffic.AddDelivery(address, payload, status, said);
        }
    }

    private bool Verify(Uri url)
    {
        try
        {
            var ping = new JsonObject
            {
                ["id"] = world.NextId(),
                ["application_id"] = SandboxWorld.ApplicationId,
                ["type"] = 1,
                ["token"] = "ping",
                ["version"] = 1,
                ["entitlements"] = new JsonArray(),
                ["authorizing_integration_owners"] = new JsonObject(),
                ["user"] = world.State.People.First(person => !person.Bot).ToJson(),
            }.ToJsonString();
            using var forged = Sign(url, ping, isGood: false);
            using var refusal = http.Send(forged);
            using var request = Sign(url, ping, isGood: true);
            using var response = http.Send(request);
            using var reader = new StreamReader(response.Content.ReadAsStream());
            return (int)refusal.StatusCode == 401 && response.IsSuccessStatusCode
                && JsonReading.Parse(reader.ReadToEnd()).Number("type") == 1;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or JsonException)
        {
            return false;
        }
    }

    private HttpRequestMessage Sign(Uri url, string body, bool isGood)
    {
        var time = world.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var key = GetKey();
        var signature = SignatureAlgorithm.Ed25519.Sign(key, Encoding.UTF8.GetBytes(time + body));
        if (!isGood)
            signature[0] ^= 1;
        var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Signature-Ed25519", Convert.ToHexStringLower(signature));
        request.Headers.Add("X-Signature-Timestamp", time);
        request.Headers.Add("User-Agent", "Discord-Interactions/1.0 (+https://discord.com)");
        return request;
    }

    private Key GetKey()
    {
        var exportable = new KeyCreationParameters { ExportPolicy = KeyExportPolicies.AllowPlaintextExport };
        if (world.State.Application.PrivateKey is { } kept)
            return Key.Import(SignatureAlgorithm.Ed25519, Convert.FromBase64String(kept), KeyBlobFormat.RawPrivateKey, exportable);
        var key = Key.Create(SignatureAlgorithm.Ed25519, exportable);
        world.State.Application.PrivateKey = Convert.ToBase64String(key.Export(KeyBlobFormat.RawPrivateKey));
        return key;
    }
}
