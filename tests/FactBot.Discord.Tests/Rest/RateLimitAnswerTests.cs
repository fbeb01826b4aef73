using System.Net;
using System.Text;
using FactBot.Discord.Rest;

namespace FactBot.Discord.Tests.Rest;

public sealed class RateLimitAnswerTests
{
    /// <summary>As a firewall in front of Discord may answer.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("<html>Too many requests</html>")]
    [InlineData("[]")]
    public void A_limit_that_names_no_time_is_waited_out_for_five_seconds(string body)
    {
        var answer = RateLimitAnswer.Read(HttpStatusCode.TooManyRequests, _ => null, Encoding.UTF8.GetBytes(body));
        Assert.Equal(TimeSpan.FromSeconds(5), answer.RetryAfter);
        Assert.False(answer.IsGlobal);
        Assert.False(answer.IsOfOneMessage);
    }
}
