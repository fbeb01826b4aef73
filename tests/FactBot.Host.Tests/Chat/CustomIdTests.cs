using CsCheck;
using FactBot.Host.Chat;

namespace FactBot.Host.Tests.Chat;

public class CustomIdTests
{
    [Fact]
    public void What_is_written_is_read_again() =>
        Gen.Select(Gen.OneOf("vote", "claim list"), Gen.Bool, Gen.String[0, 8], Gen.String[0, 8]).Sample(
            (command, turns, first, second) =>
            {
                var id = new CustomId(command, turns, new Dictionary<string, string> { ["claim"] = first, ["page"] = second });
                if (Uri.EscapeDataString(first + second).Length > 60)
                {
                    return true;
                }

                var read = CustomId.Parse(id.ToString())!;
                return read.Command == command && read.TurnsPage == turns
                    && read.Options["claim"] == WellFormed(first) && read.Options["page"] == WellFormed(second);
            });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("vote")]
    [InlineData("2||vote|claim=1")]
    [InlineData("1||vote|claim")]
    public void An_id_that_is_not_ours_is_nobody_s(string? id) => Assert.Null(CustomId.Parse(id));

    [Fact]
    public void An_id_longer_than_discord_takes_is_an_error() => Assert.Throws<InvalidOperationException>(
        () => new CustomId("vote", false, new Dictionary<string, string> { ["reason"] = new string('x', 100) }).ToString());

    // A lone surrogate has no UTF-8, and so no place in an address.
    private static string WellFormed(string text) =>
        System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
