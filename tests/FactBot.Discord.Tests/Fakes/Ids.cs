using FactBot.Discord.Wire;

namespace FactBot.Discord.Tests.Fakes;

internal static class Ids
{
    /// <summary>An id Discord gives out at this moment, by its clock.</summary>
    public static Snowflake At(DateTimeOffset made) =>
        new((ulong)(made.ToUnixTimeMilliseconds() - 1_420_070_400_000) << 22);
}
