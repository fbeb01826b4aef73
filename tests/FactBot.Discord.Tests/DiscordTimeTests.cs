using FactBot.Discord.Tests.Fakes;
using FactBot.Discord.Wire;

namespace FactBot.Discord.Tests;

public sealed class DiscordTimeTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly ObservedTime clock = new();
    private readonly DiscordTime discord;

    public DiscordTimeTests()
    {
        clock.SetUtcNow(Start);
        discord = new DiscordTime(clock);
    }

    [Fact]
    public void Before_anything_is_heard_no_age_is_known() =>
        Assert.Null(discord.AgeOf(Ids.At(Start)));

    [Theory]
    [InlineData(-10)]
    [InlineData(0)]
    [InlineData(10)]
    public void A_date_tells_the_age_of_things_whatever_our_clock_says(int wrongBy)
    {
        var now = Start - TimeSpan.FromSeconds(wrongBy);
        discord.Hear(now);
        clock.Advance(TimeSpan.FromSeconds(60));
        now += TimeSpan.FromSeconds(60);

        Assert.Equal(TimeSpan.FromSeconds(0.5), discord.AgeOf(Ids.At(now)));
        Assert.Equal(TimeSpan.FromSeconds(4.5), discord.AgeOf(Ids.At(now - TimeSpan.FromSeconds(4))));
        Assert.Equal(TimeSpan.Zero, discord.AgeOf(Ids.At(now + TimeSpan.FromSeconds(2))));
    }

    [Theory]
    [InlineData(-10)]
    [InlineData(10)]
    public void What_has_just_come_tells_it_as_well(int wrongBy)
    {
        var now = Start - TimeSpan.FromSeconds(wrongBy);
        discord.Hear(Ids.At(now));

        Assert.Equal(TimeSpan.FromSeconds(7), discord.AgeOf(Ids.At(now - TimeSpan.FromSeconds(7))));
    }

    [Fact]
    public void What_came_late_does_not_make_other_things_younger()
    {
        discord.Hear(Ids.At(Start));
        discord.Hear(Ids.At(Start - TimeSpan.FromSeconds(20)));

        Assert.Equal(TimeSpan.Zero, discord.AgeOf(Ids.At(Start)));
        Assert.Equal(TimeSpan.FromSeconds(20), discord.AgeOf(Ids.At(Start - TimeSpan.FromSeconds(20))));
    }

    [Fact]
    public void A_clock_that_was_set_right_is_followed()
    {
        discord.Hear(Start + TimeSpan.FromSeconds(10));
        clock.Advance(TimeSpan.FromSeconds(10));
        discord.Hear(Start + TimeSpan.FromSeconds(10));

        Assert.Equal(TimeSpan.FromSeconds(0.5), discord.AgeOf(Ids.At(Start + TimeSpan.FromSeconds(10))));
    }

    [Fact]
    public void A_date_of_another_age_says_nothing()
    {
        discord.Hear(Start + TimeSpan.FromDays(40));
        discord.Hear(Ids.At(Start + TimeSpan.FromDays(40)));
        Assert.Null(discord.AgeOf(Ids.At(Start)));
        discord.Hear(Start);
        discord.Hear(Start - TimeSpan.FromDays(40));
        discord.Hear(new Snowflake(ulong.MaxValue));

        Assert.Equal(TimeSpan.FromSeconds(0.5), discord.AgeOf(Ids.At(Start)));
    }
}
