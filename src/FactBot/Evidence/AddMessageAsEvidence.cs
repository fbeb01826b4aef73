using System.Globalization;
using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Claims;
using FactBot.Domain.Evidence;
using FactBot.Domain.Teams;
using FactBot.Quotas;
using FactBot.Storage;
using FactBot.Text.Characters;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Evidence;

/// <summary>
/// The message command “Add as evidence”: turns a chat message into a source, with its author, time and link. Its text is
/// kept at once, because the message may be edited or deleted while the form is open.
/// </summary>
public sealed class AddMessageAsEvidence(FactBotDbContext db, DailyQuota quota, TimeProvider time) : ICommand
{
    public static CommandSpec Spec { get; } = new("Add as evidence", "Attach a message to a claim as a source")
    {
        Kind = CommandKind.OnMessage,
        RequiredRole = DeskRole.Reviewer,
        Stages = Stages.ToResearch,
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        if (request.Message is { } pointed)
        {
            return Reply.Open(FormFor(await KeepAsync(pointed, team, cancellationToken)));
        }

        var id = new MessageId(ulong.TryParse(request.GetText("message"), out var value) ? value : 0);
        var message = await db.KeptMessages.FirstOrDefaultAsync(m => m.Message == id, cancellationToken)
            ?? throw new DeskRuleException($"This form is too old; use **{Spec.Name}** on the message again.");
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancellationToken);
        var facts = new SourceFacts(
            message.Url, request.GetStance(), null, request.FindText("quote", SourceFacts.MaxQuote), message.Author, message.WrittenAt);
        await quota.CountAsync(request, team, QuotaKind.Sources, cancellationToken);
        var context = db.ContextFor(team, request);
        db.Apply(context, claim, new SourceAdded(facts));
        var number = claim.Sources[^1].Number;
        var hash = await db.KeepAsync(message.Text, cancellationToken);
        db.Apply(context, claim, new SourceArchived(number, new PageArchive(message.KeptAt, hash, message.Text.Length, null)));
        await db.SaveChangesAsync(cancellationToken);
        return Reply.Say($"The message of {message.Author} is source {number} on {claim.Name}; its text is kept, should it be edited or deleted.");
    }

    private async Task<KeptMessage> KeepAsync(PointedMessage pointed, Team team, CancellationToken cancellationToken)
    {
        if (CleanText.Of(pointed.Text).Length == 0)
        {
            throw new DeskRuleException($"This message has no text; choose one with words in it, or use {new CommandName("evidence add")}.");
        }

        if (await db.KeptMessages.FirstOrDefaultAsync(m => m.Message == pointed.Id, cancellationToken) is { } known)
        {
            return known;
        }

        var kept = db.KeptMessages.Add(new KeptMessage(team.Id, pointed, time.GetUtcNow())).Entity;
        await db.SaveChangesAsync(cancellationToken);
        return kept;
    }

    private static Form FormFor(KeptMessage message) => new(
        $"Add this message as evidence",
        Spec.Name,
        [("message", message.Message.Value.ToString(CultureInfo.InvariantCulture))],
        [
            new FormField("claim", $"Number of the claim") { MaxLength = 12 },
            new FormField("stance", $"What it does to the claim") { Kind = FormFieldKind.Radio, Choices = StanceWords.Choices },
            new FormField("quote", $"The words that matter")
            {
                Kind = FormFieldKind.Paragraph,
                IsRequired = false,
                Value = Clip.Cut(message.Text, SourceFacts.MaxQuote),
                MaxLength = SourceFacts.MaxQuote,
            },
        ]);
}
