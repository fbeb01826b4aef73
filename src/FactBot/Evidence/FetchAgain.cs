using System.Globalization;
using FactBot.Chat;
using FactBot.Domain.Claims;
using FactBot.Domain.Evidence;
using FactBot.Domain.Teams;
using FactBot.Pages;
using FactBot.Storage;

namespace FactBot.Evidence;

/// <summary>The button under a source whose page couldn't be kept: tries again.</summary>
public sealed class FetchAgain(FactBotDbContext db, SourceArchive archive, FetchPlaces places) : ICommand
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    public static CommandSpec Spec { get; } = new("fetch again", "Try once more to keep the page of a source")
    {
        IsCostly = true,
        Kind = CommandKind.ButtonOnly,
        RequiredRole = DeskRole.Reviewer,
        Stages = Stages.ToResearch,
    };

    public static Button ButtonFor(Claim claim, Source source) => new(
        $"Fetch again", Spec.Name, ("claim", claim.Name), ("source", source.Number.ToString(CultureInfo.InvariantCulture)));

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancellationToken);
        claim.RefuseResearchUnlessAllowed();
        var source = claim.GetStandingSource(request.GetNumber("source"));
        var context = db.ContextFor(team, request);
        if (source.Archive is { Hash: not null })
        {
            throw new DeskRuleException($"The page of source {source.Number} is already kept; {new CommandName("evidence show")} shows it.");
        }

        if (source.Archive is { } last && context.At - last.At < Soon)
        {
            throw new DeskRuleException($"The page of source {source.Number} was already tried just now, and couldn't be kept: {last.WhyNot} Try again in a minute.");
        }

        var (text, whyNot, _) = await places.OnceAsync(request, "page", () => archive.ReadAsync(source.Url, cancellationToken), cancellationToken);
        var hash = text is null ? null : await db.KeepAsync(text, cancellationToken);
        if (hash is not null)
        {
            await db.EndPageTryAsync(PageKind.Source, source.Id, cancellationToken);
        }

        db.Apply(context, claim, new SourceArchived(source.Number, new PageArchive(context.At, hash, text?.Length ?? 0, whyNot)));
        await db.SaveChangesAsync(cancellationToken);
        return whyNot is null
            ? Reply.Say($"The page of source {source.Number} is kept: {text!.Length:N0} characters.")
            : Reply.Say($"The page of source {source.Number} still cannot be kept: {whyNot}");
    }
}
