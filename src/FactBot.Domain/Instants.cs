namespace FactBot.Domain;

/// <summary>Converts instants to the precision of the database.</summary>
internal static class Instants
{
    /// <summary>Returns the instant in UTC, truncated to milliseconds: as it will be read back.</summary>
    public static DateTimeOffset TruncateToMilliseconds(this DateTimeOffset at) => DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
}
