using System.Collections.Concurrent;
using FactBot.Chat;

namespace FactBot.Host.Chat;

/// <summary>
/// Replies that didn't reach the person, who sees a failure and tries the same again. They then get this reply instead of
/// doing it twice.
/// </summary>
internal sealed class Undelivered(TimeProvider time)
{
    private const int Most = 1_000;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (RenderedReply Reply, DateTimeOffset At)> answers = new();

    /// <summary>Keeps the reply to a request for the next few minutes.</summary>
    public void Keep(Request request, RenderedReply reply)
    {
        var now = time.GetUtcNow();
        foreach (var old in answers.Where(a => now - a.Value.At > Kept))
        {
            answers.TryRemove(old);
        }

        if (answers.Count < Most)
        {
            answers[KeyOf(request)] = (reply, now);
        }
    }

    /// <summary>Returns, once, the undelivered reply to the same person's same request; null if there is none.</summary>
    public RenderedReply? Take(Request request) =>
        answers.TryRemove(KeyOf(request), out var kept) && time.GetUtcNow() - kept.At <= Kept ? kept.Reply : null;

    private static string KeyOf(Request request) => string.Join('\0', (string[])
    [
        request.Team.ToString(),
        request.Person.Id.ToString(),
        request.Command,
        request.Message?.Text ?? "",
        .. request.Options.OrderBy(o => o.Key, StringComparer.Ordinal).SelectMany(o => new[] { o.Key, o.Value }),
        .. request.Files.Values.Select(f => f.Name + f.Size),
    ]);
}
