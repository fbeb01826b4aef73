using FactBot.Chat;
using FactBot.Digests;
using FactBot.Domain;
using FactBot.Domain.Digests;
using FactBot.Domain.Teams;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Health;

/// <summary><c>/desk doctor</c>: shows what keeps FactBot from working, and what to do about it.</summary>
public sealed class ExamineDesk(FactBotDbContext db, IChat chat, IEnumerable<IHealthProbe> probes, DueDigests digests, TimeProvider time) : ICommand
{
    public static CommandSpec Spec { get; } = new("desk doctor", "What keeps FactBot from its work here, and what to do about it")
    {
        RequiredRole = DeskRole.Editor,
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var channels = await new ChannelFindings(chat).FindAsync(team, cancellationToken);
        var posts = await new PostFindings(db, time).FindAsync(cancellationToken);
        var life = await FindLifeAsync(cancellationToken);
        if (life.All(l => l.IsWell))
        {
            // Problems with the database are reported even when this is skipped.
            await TryAgainAsync([.. channels.Where(c => c.IsWell).Select(c => c.Channel)], cancellationToken);
        }

        List<Words> wrong = [.. channels.Where(c => !c.IsWell).Select(c => c.Text), .. posts, .. life.Where(l => !l.IsWell).Select(l => l.Text)];
        return Reply.Show(new Card(wrong.Count == 0 ? (Words)$"The desk is well" : $"{Count.Of(wrong.Count, "thing")} to mend")
        {
            Tone = wrong.Count == 0 ? CardTone.Good : CardTone.Trouble,
            Text = wrong.Count == 0
                ? (Words)$"FactBot reaches its channels, nothing waits to be posted, and it is connected."
                : Words.Join("\n", wrong.Select(w => (Words)$"• {w}")),
            Fields =
            [
                .. FieldOf($"Channels", [.. channels.Where(c => c.IsWell).Select(c => c.Text)]),
                .. FieldOf($"Digest", [await LastAsync(team, cancellationToken), await digests.NextAsync(team, cancellationToken)]),
                .. FieldOf($"FactBot itself", [.. life.Where(l => l.IsWell).Select(l => l.Text)]),
            ],
        });
    }

    private static IEnumerable<CardField> FieldOf(Words name, IReadOnlyList<Words> lines) =>
        lines.Count == 0 ? [] : [new CardField(name, Words.Join("\n", lines))];

    private async Task<List<(bool IsWell, Words Text)>> FindLifeAsync(CancellationToken cancellationToken)
    {
        var found = new List<(bool, Words)>();
        foreach (var probe in probes)
        {
            var trouble = await probe.FindTroubleAsync(cancellationToken);
            found.Add((trouble is null, trouble is null
                ? (Words)$"{probe.Name} works."
                : $"{probe.Name} is in trouble: {trouble.TrimEnd('.')}. Tell whoever runs the bot."));
        }

        return found;
    }

    private async Task<Words> LastAsync(Team team, CancellationToken cancellationToken)
    {
        var last = await (
            from digest in db.Digests
            where digest.Kind != DigestKind.Personal
            orderby digest.Until descending
            select new { digest.Until, Post = db.Posts.FirstOrDefault(p => p.Kind == Posts.PostKind.Digest && p.Subject == digest.Id) })
            .FirstOrDefaultAsync(cancellationToken);
        return last switch
        {
            null => $"None was made yet.",
            { Post.Message: { } message } => $"The last one was made {last.Until:f}: {new MessageLink("read", team.Id, last.Post.Channel, message)}.",
            { Post.Trouble: not null } => $"The last one was made {last.Until:f} and waits to be posted.",
            _ => $"The last one was made {last.Until:f}.",
        };
    }

    /// <summary>Retries posts that waited for a channel which is usable again.</summary>
    private async Task TryAgainAsync(IReadOnlyList<ChannelId> channels, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await db.Posts.Where(p => (p.Cause == ChatTrouble.ChannelClosed || p.Cause == ChatTrouble.ChannelGone || p.NextThreadTryAt > now) && channels.Contains(p.Channel))
            .ForEachAsync(p => p.TryAgain(now), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
