namespace FactBot.Discord.Tests.Fakes;

internal static class Patience
{
    // Only so that a failing test ends; nothing passes or fails by how fast it is.
    private static readonly TimeSpan s_long = TimeSpan.FromMinutes(1);

    public static Task<T> Soon<T>(this Task<T> task) => task.WaitAsync(s_long);

    public static Task Soon(this Task task) => task.WaitAsync(s_long);
}
