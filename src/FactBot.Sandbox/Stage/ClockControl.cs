using System.Globalization;
using System.Text.Json.Nodes;
using FactBot.Sandbox.Clock;
using FactBot.Sandbox.People;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Stage;

/// <summary>Moves the clock in steps, so that the bot can do along the way what becomes due.</summary>
internal sealed class ClockControl(SandboxClock clock, BotLife bot)
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(1000);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // A heartbeat becomes due at nearly every step; this gives its acknowledgement time to arrive before the next.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(5);

    public JsonObject ToJson() => new() { ["now"] = clock.GetUtcNow().Written() };

    public async Task<JsonNode> AdvanceAsync(string? text, CancellationToken cancellationToken)
    {
        await AdvanceUntilAsync(() => false, Read(text), cancellationToken);
        return ToJson();
    }

    /// <summary>Moves ahead until a condition holds after a step, by at most <paramref name="most"/>.</summary>
    public async Task AdvanceUntilAsync(Func<bool> isSo, TimeSpan most, CancellationToken cancellationToken)
    {
        var stride = StrideOf(most);
        var end = clock.GetUtcNow() + most;
        while (clock.GetUtcNow() < end && !isSo())
        {
            clock.Advance(NextStep(clock.GetUtcNow(), end, stride));
            await bot.SettleAsync(Patience, cancellationToken);
            await Task.Delay(Breath, TimeProvider.System, cancellationToken);
        }
    }

    /// <summary>Returns a quarter of an hour; more for long distances, so that half a year takes seconds.</summary>
    public static TimeSpan StrideOf(TimeSpan way) =>
        way <= TimeSpan.FromDays(3) ? Quarter
        : way <= TimeSpan.FromDays(30) ? Quarter * 4
        : Quarter * 24;

    /// <summary>Returns the distance to the end, or to the next multiple of the step in the day.</summary>
    public static TimeSpan NextStep(DateTimeOffset now, DateTimeOffset end, TimeSpan stride)
    {
        var toNext = stride - TimeSpan.FromTicks(now.UtcTicks % stride.Ticks);
        return toNext < end - now ? toNext : end - now;
    }

    public static TimeSpan Read(string? text)
    {
        if (!TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var by))
            throw PeopleRefusal.NotPossible("'advance' is written d.hh:mm:ss, for example 1.00:00:00 for a day.");
        if (by < TimeSpan.Zero)
            throw PeopleRefusal.NotPossible("The clock only goes forward: 'advance' cannot be negative.");
        return by <= Farthest ? by : throw PeopleRefusal.NotPossible("The clock goes 1000 days forward at most.");
    }
}
