using System.Text.Json;
using FactBot.Discord.Gateway;

namespace FactBot.Discord.Tests.Gateway;

public sealed class DispatchTests
{
    [Theory]
    [InlineData("RESUMED", "{}")]
    [InlineData("GUILD_CREATE", """{"session_id":"s","resume_gateway_url":"wss://gateway.discord.gg"}""")]
    [InlineData("READY", "[]")]
    [InlineData("READY", "null")]
    public void Only_a_ready_event_with_an_object_is_read_as_one(string name, string data) =>
        Assert.Null(new Dispatch(name, JsonDocument.Parse(data).RootElement, DateTimeOffset.UnixEpoch, false).ReadReady());
}
