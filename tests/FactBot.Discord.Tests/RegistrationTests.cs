using FactBot.Discord.Gateway;
using FactBot.Discord.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FactBot.Discord.Tests;

public sealed class RegistrationTests
{
    [Theory]
    [InlineData("", "https://discord.com/api/v10", "Discord:Token")]
    [InlineData("t", "ftp://discord.com", "Discord:ApiUrl")]
    public void A_setting_that_cannot_work_is_named(string token, string url, string setting)
    {
        var services = new ServiceCollection().AddDiscord()
            .Configure<DiscordOptions>(options => (options.Token, options.ApiUrl) = (token, new Uri(url)));
        using var provider = services.BuildServiceProvider();

        var failure = Assert.Throws<OptionsValidationException>(
            () => provider.GetRequiredService<IOptions<DiscordOptions>>().Value);

        Assert.Contains(setting, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_may_end_with_a_line() =>
        Assert.Equal("abc", new DiscordOptions { Token = "abc\r\n" }.Token);

    [Fact]
    public async Task All_of_it_can_be_built()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord);

        Assert.Equal(GatewayState.Stopped, client.Gateway.State);
        Assert.NotNull(client.Rest);
    }
}
