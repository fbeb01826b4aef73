using FactBot.Discord.Gateway;
using FactBot.Discord.Interactions;
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

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1001")]
    [InlineData("99999999999")]
    [InlineData("1.5")]
    [InlineData("many")]
    [InlineData("")]
    public void A_number_of_shards_that_cannot_be_is_named(string shards) =>
        Assert.Contains("Discord:Shards", FailureOf(options => options.Shards = shards), StringComparison.Ordinal);

    [Fact]
    public void Unless_told_otherwise_the_gateway_compresses_discord_names_the_shards_and_an_answer_has_two_seconds()
    {
        var options = new DiscordOptions();
        Assert.True(options.Compress);
        Assert.Null(options.ShardCount);
        Assert.Equal(TimeSpan.FromSeconds(2), options.CallbackTimeout);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1000")]
    [InlineData("auto")]
    [InlineData("Auto")]
    public void A_number_of_shards_that_can_be_is_taken(string shards) =>
        Assert.Null(FailureOf(options => options.Shards = shards));

    [Theory]
    [InlineData(InteractionDelivery.Gateway, "", null)]
    [InlineData(InteractionDelivery.Http, "", "Discord:PublicKey")]
    [InlineData(InteractionDelivery.Http, "00ff", "Discord:PublicKey")]
    [InlineData(InteractionDelivery.Http, "zz00000000000000000000000000000000000000000000000000000000000000", "General Information")]
    [InlineData(InteractionDelivery.Http, "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a\n", null)]
    [InlineData((InteractionDelivery)7, "", "Discord:Interactions")]
    public void Interactions_by_http_need_the_public_key(InteractionDelivery delivery, string key, string? named)
    {
        var failure = FailureOf(options => (options.Interactions, options.PublicKey) = (delivery, key));

        Assert.Equal(named is null, failure is null);
        Assert.Contains(named ?? "", failure ?? "", StringComparison.Ordinal);
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

    private static string? FailureOf(Action<DiscordOptions> configure)
    {
        var services = new ServiceCollection().AddDiscord()
            .Configure<DiscordOptions>(options => options.Token = "t").Configure(configure);
        using var provider = services.BuildServiceProvider();
        var failure = Record.Exception(() => provider.GetRequiredService<IOptions<DiscordOptions>>().Value);
        return failure is null ? null : Assert.IsType<OptionsValidationException>(failure).Message;
    }
}
