using FactBot.Discord.Gateway;

namespace FactBot.Discord.Tests.Gateway;

public sealed class CloseCodesTests
{
    [Theory]
    [InlineData(null, nameof(NextStep.Resume))]
    [InlineData(1000, nameof(NextStep.Resume))]
    [InlineData(1001, nameof(NextStep.Resume))]
    [InlineData(1006, nameof(NextStep.Resume))]
    [InlineData(4000, nameof(NextStep.Resume))]
    [InlineData(4001, nameof(NextStep.Resume))]
    [InlineData(4002, nameof(NextStep.Resume))]
    [InlineData(4003, nameof(NextStep.Identify))]
    [InlineData(4004, nameof(NextStep.Stop))]
    [InlineData(4005, nameof(NextStep.Identify))]
    [InlineData(4007, nameof(NextStep.Identify))]
    [InlineData(4008, nameof(NextStep.Resume))]
    [InlineData(4009, nameof(NextStep.Identify))]
    [InlineData(4010, nameof(NextStep.Stop))]
    [InlineData(4011, nameof(NextStep.Stop))]
    [InlineData(4012, nameof(NextStep.Stop))]
    [InlineData(4013, nameof(NextStep.Stop))]
    [InlineData(4014, nameof(NextStep.Stop))]
    [InlineData(4999, nameof(NextStep.Resume))]
    public void A_code_decides_what_comes_next(int? code, string next) =>
        Assert.Equal(next, CloseCodes.After(code).ToString());
}
