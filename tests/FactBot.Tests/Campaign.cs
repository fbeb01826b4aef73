using System.Globalization;

namespace FactBot.Tests;

/// <summary>How much of a long test is played: little by default, as much as an environment variable says for a campaign.</summary>
internal static class Campaign
{
    public static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
