using FactBot.Chat;
using FactBot.Posts;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Health;

/// <summary>Finds the posts that are waiting, with the reason and until when.</summary>
internal sealed class PostFindings(FactBotDbContext db, TimeProvider time)
{
    public async Task<IReadOnlyList<Words>> FindAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var failing = await db.Posts.AsNoTracking().Where(p => p.Shown < p.Wanted && p.Trouble != null).ToListAsync(cancellationToken);
        var threadless = await db.Posts.CountAsync(
            p => p.Kind == PostKind.Card && p.Message != null && p.Thread == null && p.NextThreadTryAt > now, cancellationToken);
        return
        [
            .. failing.GroupBy(p => (Name: NameOf(p.Kind), p.Cause)).OrderBy(g => g.Key.Name, StringComparer.Ordinal)
                .Select(g => LineOf(g.Key.Name, g.Key.Cause, [.. g])),
            .. threadless == 0 ? Array.Empty<Words>() : [ThreadsOf(threadless)],
        ];
    }

    private static string NameOf(PostKind kind) => kind switch
    {
        PostKind.Card => "card",
        PostKind.Verdict => "verdict",
        PostKind.Digest => "digest",
        PostKind.Notice => "notice",
        PostKind.PersonalDigest => "direct message",
        PostKind.Welcome => "welcome",
        _ => "reminder",
    };

    private static Words LineOf(string name, ChatTrouble? cause, List<Post> posts)
    {
        Words wait = posts.Count == 1 ? (Words)$"1 {name} waits" : $"{Count.Of(posts.Count, name)} wait";
        Words next = $"next try {posts.Min(p => p.NextTryAt):R}";
        return cause switch
        {
            ChatTrouble.ChannelGone => $"{wait}, as the channel is gone; {next}.",
            ChatTrouble.ChannelClosed => $"{wait}, as FactBot may not write there; {next}.",
            null => $"{wait}, as FactBot could not make it; who runs the bot finds the reason in its log.",
            _ => $"{wait}, as Discord did not take it (tried {Count.Of(posts.Max(p => p.FailedTries), "time")}); {next}. Nothing needs to be done.",
        };
    }

    private static Words ThreadsOf(int count) =>
        $"{(count == 1 ? "1 card has" : $"{count} cards have")} no thread: allow **Create Public Threads** and **Send Messages in Threads** for FactBot’s role in the review channel.";
}
