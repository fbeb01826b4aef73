namespace FactBot.Storage;

/// <summary>Instants as the database keeps them.</summary>
internal static class Instants
{
    /// <summary>The instant in UTC and whole milliseconds: as it will be read again.</summary>
    public static DateTimeOffset Kept(this DateTimeOffset at) => DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
}
