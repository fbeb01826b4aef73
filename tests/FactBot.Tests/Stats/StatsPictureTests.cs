using FactBot.Chat;

namespace FactBot.Tests.Stats;

public class StatsPictureTests
{
    [Theory]
    [InlineData(null, "Chart of the last 30 days, 24 October to 22 November 2026: claims in 1,")]
    [InlineData("7", "Chart of the last 7 days, 16 November to 22 November 2026: claims in 1,")]
    [InlineData("365", "Chart of the last 365 days, 10 November to 22 November 2026: claims in 1,")]
    public async Task The_numbers_of_any_period_have_their_picture_with_alternative_text(string? days, string altText)
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay);
        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        var reply = await desk.RunAsync(desk.Ben, "desk stats", days is null ? [] : [("days", days)]);
        Assert.StartsWith(altText, reply.Card!.Picture!.AltText);
    }

    [Fact]
    public async Task Where_nothing_happened_there_is_no_picture()
    {
        await using var desk = await TestDesk.SetUpAsync();
        Assert.Null((await desk.RunAsync(desk.Ben, "desk stats")).Card!.Picture);
    }
}
