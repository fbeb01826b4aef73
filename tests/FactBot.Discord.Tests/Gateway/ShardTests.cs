using CsCheck;
using FactBot.Discord.Gateway;
using FactBot.Discord.Wire;

namespace FactBot.Discord.Tests.Gateway;

public sealed class ShardTests
{
    [Theory]
    [InlineData(0UL, 1, 0)]
    [InlineData(4194303UL, 7, 0)]
    [InlineData(4194304UL, 7, 1)]
    [InlineData(197038439483310086UL, 16, 2)]
    [InlineData(197038439483310086UL, 1, 0)]
    [InlineData(ulong.MaxValue, 1000, 103)]
    public void A_guild_has_its_shard(ulong guild, int count, int shard) =>
        Assert.Equal(shard, Shard.Of(new Snowflake(guild), count));

    [Fact]
    public void Every_guild_has_one() =>
        Gen.Select(Gen.ULong, Gen.Int[1, 1000]).Sample((guild, count) =>
            Shard.Of(new Snowflake(guild), count) is var shard && shard >= 0 && shard < count);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void There_is_at_least_one(int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Shard.Of(new Snowflake(1), count));
}
