using FactBot.Chat;
using FactBot.Domain.Digests;
using FactBot.Domain.Teams;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Digests;

/// <summary><c>/digest full</c>: shows all of the last digest, in pages, with the current state of what is waiting.</summary>
public sealed class ShowFullDigest(FactBotDbContext db, DueDigests digests, ReportReader reports, TimeProvider time) : ICommand
{
    private const int PageSize = 15;

    public static CommandSpec Spec { get; } = new("digest full", "All of the last digest, page by page; only you see it")
    {
        IsCostly = true,
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var digest = await db.Digests.Where(d => d.Kind != DigestKind.Personal).OrderByDescending(d => d.Until).FirstOrDefaultAsync(cancellationToken)
            ?? Digest.AskedFor(team.Id, request.Id, await digests.EndOfLastAsync(team, cancellationToken), time.GetUtcNow());
        var report = await reports.ReadAsync(digest, team, cancellationToken);
        if (report.IsQuiet)
        {
            return Reply.Say(DigestCard.QuietLine(report));
        }

        var lines = report.Sections.SelectMany(s => s.Lines, (section, line) => (section, line)).ToList();
        var page = Page.Of(request, lines.Count, PageSize);
        return Reply.Show(new Card(report.Title)
        {
            Text = page.Number == 1 ? DigestCard.TextOf(report) : null,
            Fields =
            [
                .. lines.Skip(page.Skip).Take(PageSize).GroupBy(l => l.section, l => l.line)
                    .Select(s => new CardField(s.Key.Heading, Words.Join("\n", s))),
            ],
            Footer = page.Footer,
            Buttons = page.Buttons(Spec.Name),
        });
    }
}
