using FactBot.Sandbox.Demo;

namespace FactBot.Host.Tests.Stories;

public class DemoTests(ITestOutputHelper output)
{
    [Fact]
    public async Task The_demo_plays_a_whole_day_and_every_step_is_right()
    {
        var transcript = new StringWriter();
        var exitCode = await DemoRun.PlayAsync([], transcript);
        output.WriteLine(transcript.ToString());
        Assert.Equal(0, exitCode);
    }
}
