namespace FactBot.Discord;

internal static class Backoff
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Returns zero without a failure, then 1, 2, 4 … seconds, up to a minute. Each delay is shortened at random by up to half,
    /// so that many clients don't come back at the same moment.
    /// </summary>
    public static TimeSpan Delay(int failures)
    {
        if (failures <= 0)
        {
            return TimeSpan.Zero;
        }

        var full = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(failures, 10) - 1));
        return (full < Longest ? full : Longest) * (0.5 + Random.Shared.NextDouble() / 2);
    }
}
