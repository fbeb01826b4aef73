using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace FactBot.Discord.Wire;

/// <summary>An id assigned by Discord. Its upper 42 bits are the time it was created.</summary>
/// <remarks>https://docs.discord.com/developers/reference#snowflakes</remarks>
[JsonConverter(typeof(SnowflakeConverter))]
public readonly record struct Snowflake(ulong Value) : IComparable<Snowflake>
{
    private const long DiscordEpoch = 1_420_070_400_000;

    /// <summary>When the object was created, by Discord's clock, to the millisecond.</summary>
    public DateTimeOffset CreatedAt => DateTimeOffset.FromUnixTimeMilliseconds((long)(Value >> 22) + DiscordEpoch);

    /// <summary>Returns a snowflake that sorts before anything created at or after a point in time.</summary>
    public static Snowflake At(DateTimeOffset at) => new((ulong)(at.ToUnixTimeMilliseconds() - DiscordEpoch) << 22);

    public static bool operator <(Snowflake left, Snowflake right) => left.Value < right.Value;
    public static bool operator >(Snowflake left, Snowflake right) => left.Value > right.Value;
    public static bool operator <=(Snowflake left, Snowflake right) => left.Value <= right.Value;
    public static bool operator >=(Snowflake left, Snowflake right) => left.Value >= right.Value;

    /// <exception cref="FormatException">The text isn't the decimal digits of a 64-bit number.</exception>
    public static Snowflake Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("A snowflake is a decimal number of 64 bits.");

    public static bool TryParse([NotNullWhen(true)] string? text, out Snowflake id)
    {
        var parsed = ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        id = new Snowflake(value);
        return parsed;
    }

    public int CompareTo(Snowflake other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
