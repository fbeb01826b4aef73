using FactBot.Discord.Gateway;
using FactBot.Discord.Tests.Fakes;

namespace FactBot.Discord.Tests.Gateway;

public sealed class SendLimitTests
{
    [Fact]
    public async Task The_121st_send_in_a_minute_waits_for_the_first_to_age()
    {
        var time = new ObservedTime();
        var limit = new SendLimit(time);
        await limit.WaitAsync(CancellationToken.None);
        time.Advance(TimeSpan.FromSeconds(20));
        for (var i = 1; i < SendLimit.Sends; i++)
        {
            await limit.WaitAsync(CancellationToken.None).Soon();
        }

        var late = limit.WaitAsync(CancellationToken.None);

        Assert.Equal(TimeSpan.FromSeconds(40), await time.NextWaitAsync());
        Assert.False(late.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(40));
        await late.Soon();
    }
}
