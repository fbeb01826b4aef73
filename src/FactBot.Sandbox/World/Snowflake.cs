using System.Globalization;

namespace FactBot.Sandbox.World;

/// <summary>Discord's ids: milliseconds since 2015 in the upper 42 bits.</summary>
/// <remarks>https://docs.discord.com/developers/reference#snowflakes</remarks>
internal static class Snowflake
{
    private const long Epoch = 1420070400000;

    public static ulong At(DateTimeOffset time) => (ulong)Math.Max(0, time.ToUnixTimeMilliseconds() - Epoch) << 22;

    public static DateTimeOffset TimeOf(string id) =>
        DateTimeOffset.FromUnixTimeMilliseconds((long)(Read(id) >> 22) + Epoch);

    public static bool IsOne(string? text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    public static ulong Read(string? text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    public static string Write(ulong id) => id.ToString(CultureInfo.InvariantCulture);
}
