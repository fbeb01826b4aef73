using System.Text.Json;
using CsCheck;
using FactBot.Discord.Wire;

namespace FactBot.Discord.Tests.Wire;

public sealed class SnowflakeTests
{
    [Fact]
    public void Every_id_survives_text_and_JSON() => Gen.ULong.Sample(value =>
    {
        var id = new Snowflake(value);
        var json = $"[\"{value}\",{value}]";
        var channels = JsonSerializer.Deserialize(
            $$"""{"id":"{{value}}","parent_id":{{value}}}""", DiscordJson.Default.Channel)!;
        return Snowflake.Parse(id.ToString()) == id
            && channels.Id == id && channels.ParentId == id && json.Contains(id.ToString(), StringComparison.Ordinal)
            && JsonSerializer.Serialize(channels, DiscordJson.Default.Channel).Contains(
                $"\"parent_id\":\"{value}\"", StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1.0")]
    [InlineData("18446744073709551616")]
    [InlineData("<@1>")]
    public void Anything_else_is_none(string? text)
    {
        Assert.False(Snowflake.TryParse(text, out _));
        Assert.Throws<FormatException>(() => Snowflake.Parse(text!));
    }

    // The example of https://docs.discord.com/developers/reference#snowflakes.
    [Fact]
    public void The_moment_is_in_the_upper_bits() => Assert.Equal(
        new DateTimeOffset(2016, 4, 30, 11, 18, 25, 796, TimeSpan.Zero),
        Snowflake.Parse("175928847299117063").CreatedAt);

    [Fact]
    public void Later_ids_are_greater() => Gen.Select(Gen.ULong, Gen.ULong).Sample((left, right) =>
        new Snowflake(left) < new Snowflake(right) == left < right
        && new Snowflake(left) >= new Snowflake(right) == left >= right
        && Math.Sign(new Snowflake(left).CompareTo(new Snowflake(right))) == Math.Sign(left.CompareTo(right)));

    [Theory]
    [InlineData("""{"id":"x"}""")]
    [InlineData("""{"id":-1}""")]
    [InlineData("""{"id":{}}""")]
    public void An_id_that_is_none_cannot_be_read(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, DiscordJson.Default.Channel));
}
