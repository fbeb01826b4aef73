using System.Globalization;
using System.Text.RegularExpressions;
using FactBot.Host.Chat;

namespace FactBot.Tests.Health;

public partial class InvitationTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("discord-setup.md")]
    public void The_invitation_asks_for_what_the_bot_examines_in_its_channels_and_for_nothing_else(string file) => Assert.Equal(
        ((ulong)ChannelExamination.Invitation).ToString(CultureInfo.InvariantCulture), Invitation().Match(Read(file)).Groups[1].Value);

    [Fact]
    public void The_docs_explain_each_of_its_bits()
    {
        var bits = Row().Matches(Read("discord-setup.md")).Select(m => ulong.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
        Assert.All(bits, b => Assert.Equal(1, System.Numerics.BitOperations.PopCount(b)));
        Assert.Equal((ulong)ChannelExamination.Invitation, bits.Aggregate(0UL, (sum, b) => sum | b));
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", file));

    [GeneratedRegex(@"permissions=(\d+)")]
    private static partial Regex Invitation();

    [GeneratedRegex(@"\| (\d{3,}) \|")]
    private static partial Regex Row();
}
