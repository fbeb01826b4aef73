using FactBot.Sandbox.Json;
using NodaTime;

namespace FactBot.Sandbox.Page;

/// <summary>How consecutive messages are displayed: grouped under one name, or below a line for a new day.</summary>
internal static class MessageOrder
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(7);

    /// <summary>Whether a message is grouped under the name of the one before it, as in Discord's app.</summary>
    public static bool GoesOn(ShownMessage? before, ShownMessage message, DateTimeZone zone) =>
        before is not null
        && message.Command is null
        && message.IsEphemeral == before.IsEphemeral
        && message.Json.Map("author").Text("id") == before.Json.Map("author").Text("id")
        && message.WrittenAt - before.WrittenAt < Pause
        && !BeginsDay(before, message, zone);

    /// <summary>Whether a message is the first of its day, in the reader's time zone.</summary>
    public static bool BeginsDay(ShownMessage? before, ShownMessage message, DateTimeZone zone) =>
        before is null || DayOf(before, zone) != DayOf(message, zone);

    private static LocalDate DayOf(ShownMessage message, DateTimeZone zone) =>
        Instant.FromDateTimeOffset(message.WrittenAt).InZone(zone).Date;
}
