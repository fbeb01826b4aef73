using System.Net;
using FactBot.Discord.Rest;
using FactBot.Discord.Tests.Fakes;
using FactBot.Discord.Wire;

namespace FactBot.Discord.Tests.Rest;

public sealed class ErrorTests
{
    private const string Create = "POST /channels/11/messages";

    [Fact]
    public async Task An_invalid_form_says_where_but_not_what()
    {
        var failure = await RefusalAsync(400, """
            {"code":50035,"message":"Invalid Form Body","errors":{
              "embeds":{"0":{"title":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH","message":"\"Ada\" is too long"}]}}},
              "_errors":[{"code":"OTHER"}]}}
            """);

        Assert.Equal(HttpStatusCode.BadRequest, failure.Status);
        Assert.Equal(ErrorCodes.InvalidFormBody, failure.Code);
        Assert.Equal(["embeds.0.title BASE_TYPE_MAX_LENGTH", "OTHER"], failure.Errors);
        Assert.Contains("embeds.0.title", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html><body>Attention Required!</body></html>")]
    [InlineData("")]
    [InlineData("[1,2]")]
    [InlineData("\"text\"")]
    [InlineData("""{"message":"\ud800","errors":{"\ud800":{"_errors":[{"code":"\ud800"}]}}}""")]
    [InlineData("""{"code":"fifty","message":7,"errors":[null]}""")]
    [InlineData("""{"code":1e300,"errors":{"a":{"_errors":{"code":1}}}}""")]
    public async Task An_odd_body_is_no_obstacle(string body)
    {
        var failure = await RefusalAsync(403, body);

        Assert.Equal((HttpStatusCode.Forbidden, 0), (failure.Status!.Value, failure.Code));
        Assert.Contains("403", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_of_twenty_megabytes_is_an_error_and_the_next_call_goes_on()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var huge = $$"""{"id":"11","name":"{{new string('x', 20 * 1024 * 1024)}}"}""";
        for (var i = 0; i < 3; i++)
        {
            discord.Answers("GET /channels/11", 200, huge);
        }

        await using var client = new Client(discord);

        await Assert.ThrowsAsync<DiscordApiException>(
            () => client.Rest.GetChannelAsync(new Snowflake(11), CancellationToken.None));
        await client.Rest.GetChannelAsync(new Snowflake(12), CancellationToken.None);
    }

    [Fact]
    public async Task A_page_in_place_of_JSON_is_an_error_too()
    {
        var failure = await RefusalAsync(200, "<html>Log in to the hotel's network</html>");

        Assert.Contains("proxy", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<DiscordApiException> RefusalAsync(int status, string body)
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Answers(Create, status, body);
        await using var client = new Client(discord);
        return await Assert.ThrowsAsync<DiscordApiException>(
            () => client.Rest.CreateMessageAsync(new Snowflake(11), new MessageBody(), CancellationToken.None));
    }
}
