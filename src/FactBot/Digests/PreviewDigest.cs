using FactBot.Chat;
using FactBot.Domain.Digests;
using FactBot.Domain.Teams;

namespace FactBot.Digests;

/// <summary><c>/digest preview</c>: shows the editor privately what a digest would say now.</summary>
public sealed class PreviewDigest(DueDigests digests, ReportReader reports, TimeProvider time) : ICommand
{
    public static CommandSpec Spec { get; } = new("digest preview", "See what a digest would say now; only you see it")
    {
        IsCostly = true,
        RequiredRole = DeskRole.Editor,
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var digest = Digest.AskedFor(team.Id, request.Id, await digests.EndOfLastAsync(team, cancellationToken), time.GetUtcNow());
        var report = await reports.ReadAsync(digest, team, cancellationToken);
        var next = await digests.NextAsync(team, cancellationToken);
        if (!report.IsQuiet)
        {
            return Reply.Show(DigestCard.Of(report), $"This is a preview that only you see. {next} {new CommandName("digest now")} posts it at once.");
        }

        Words what = team.Digests.TellsQuietDays ? (Words)$"it would say: “{DigestCard.QuietLine(report)}”" : $"nothing would be posted, as **quiet-days** is off in {new CommandName("settings")}.";
        return Reply.Say($"Nothing happened and nothing waits, so {what} {next}");
    }
}
