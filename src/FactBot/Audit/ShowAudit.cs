using FactBot.Chat;
using FactBot.Claims;
using FactBot.Domain.Audit;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Audit;

/// <summary><c>/audit show</c>: lists who did what and when, for a claim or the whole team; never texts or votes.</summary>
public sealed class ShowAudit(FactBotDbContext db) : ICommand
{
    private const int PageSize = 15;

    public static CommandSpec Spec { get; } = new("audit show", "Who did what and when, to a claim or in the whole team")
    {
        RequiredRole = DeskRole.Reviewer,
        Options = [new OptionSpec("claim", "Number of the claim; empty for all that was done").CompletedBy<CompleteClaim>()],
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var claim = request.FindText("claim") is { } number ? await db.GetClaimAsync(number, cancellationToken) : null;
        var subject = claim is null ? null : $"claim {claim.Name}";
        var entries = db.Audit.AsNoTracking().Where(e => subject == null || e.Subject == subject);
        var page = Page.Of(request, await entries.CountAsync(cancellationToken), PageSize);
        if (page.Total == 0)
        {
            return Reply.Say($"Nothing was done yet.");
        }

        var rows = await entries.OrderByDescending(e => e.Number).Skip(page.Skip).Take(PageSize).ToListAsync(cancellationToken);
        Words title = claim is null ? (Words)$"What was done" : $"What was done to {claim.Name}";
        return Reply.Show(new Card(title)
        {
            Text = Words.Join("\n", rows.Select(LineOf)),
            Footer = page.Footer,
            Buttons = page.Buttons(Spec.Name, claim is null ? [] : [("claim", claim.Name)]),
        });
    }

    private static Words LineOf(AuditEntry entry)
    {
        Words who = entry.Who is { } person ? (Words)$"{person}" : $"The desk";
        return $"{entry.Number}. {entry.At:f} {who} {entry.Action} {entry.Subject} · {entry.Hash[..8]}";
    }
}
