using System.Globalization;
using FactBot.Chat;
using FactBot.Claims;
using FactBot.Domain.Claims;
using FactBot.Domain.Evidence;
using FactBot.Domain.Teams;
using FactBot.Pages;
using FactBot.Storage;
using FactBot.Text.Characters;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Evidence;

/// <summary><c>/evidence show</c>: shows a source with its history and the kept text of its page.</summary>
public sealed class ShowEvidence(FactBotDbContext db) : ICommand
{
    private const int PageLength = 1500;

    public static CommandSpec Spec { get; } = new("evidence show", "A source: what is said of it, and its page as it was kept")
    {
        ActsOn = _ => c => c.Sources.Any(),
        Options =
        [
            new OptionSpec("claim", "Number of the claim").Required().CompletedBy<CompleteClaim>(),
            new OptionSpec("source", "Number of the source on its card").Required().CompletedBy<CompleteSource>(),
        ],
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancellationToken);
        var source = claim.GetSource(request.GetNumber("source"));
        var text = source.Archive?.Hash is { } hash
            ? (await db.KeptTexts.SingleOrDefaultAsync(t => t.Hash == hash, cancellationToken))?.Text
            : null;
        var page = Page.Of(request, text?.Length ?? 0, PageLength);
        var shown = text is null ? "" : Clip.Cut(text[page.Skip..], PageLength);
        var next = await db.PageTries.Where(t => t.Kind == PageKind.Source && t.Subject == source.Id).Select(t => (DateTimeOffset?)t.NextAt).FirstOrDefaultAsync(cancellationToken);
        return Reply.Show(new Card($"Source {source.Number} of {claim.Name}")
        {
            Text = $"{SourceLine.Of(source)}\n{KeptAs(source.Archive, text is not null, next)}\n\n{shown}",
            Fields = [.. FieldsOf(source)],
            Footer = page.Last > 1 ? (Words)$"Page {page.Number} of {page.Last}" : null,
            Buttons =
            [
                .. page.Buttons(Spec.Name, ("claim", claim.Name), ("source", source.Number.ToString(CultureInfo.InvariantCulture))),
                .. source.Archive?.WhyNot is not null && team.RoleOf(request.Person) >= DeskRole.Reviewer
                    ? [FetchAgain.ButtonFor(claim, source)]
                    : Array.Empty<Button>(),
            ],
        });
    }

    private static Words KeptAs(PageArchive? archive, bool isHere, DateTimeOffset? next) => archive switch
    {
        null => $"*Its page has not been fetched yet.*",
        { WhyNot: { } why } when next is { } at => $"*Its page could not be kept yet: {why} Next try {at:R}.*",
        { WhyNot: { } why } => $"*Its page could not be kept: {why}*",
        { Hash: { } hash } when !isHere => $"*It was kept {archive.At:f}, SHA-256 {hash[..12]}…; the text is past its time here and was erased.*",
        { Hash: { } hash } => $"*Kept {archive.At:f}, {archive.Length:N0} characters, SHA-256 {hash[..12]}…*",
        _ => $"",
    };

    private static IEnumerable<CardField> FieldsOf(Source source)
    {
        yield return new($"Added", $"{source.AddedBy} {source.AddedAt:R}", IsShort: true);
        if (source is { Author: { } author, WrittenAt: { } at })
        {
            yield return new($"Written", $"{author} {at:f}", IsShort: true);
        }

        if (source.Quote is { } quote)
        {
            yield return new($"Quote", Words.Of(quote));
        }

        if (source is { StruckFor: { } reason, StruckBy: { } by, StruckAt: { } when })
        {
            yield return new($"Struck", $"{by} {when:R}: {reason}");
        }

        if (source.Edits.Count > 0)
        {
            yield return new($"Before", Words.Join("\n", source.Edits.Select(LineOf)));
        }
    }

    private static Words LineOf(SourceEdit edit) =>
        $"until {edit.At:f}, changed by {edit.By}: {edit.Stance.ToString().ToLowerInvariant()}, {edit.Publisher ?? "no publisher"}, “{Clip.To(edit.Quote ?? "", 100)}”";
}
