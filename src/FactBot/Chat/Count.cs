using System.Globalization;

namespace FactBot.Chat;

/// <summary>Formats a number with its noun.</summary>
public static class Count
{
    /// <summary>Formats such as “1 claim” or “2 claims”; the noun must form its plural with an s.</summary>
    public static string Of(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {noun}{(number == 1 ? "" : "s")}");
}
