using System.Globalization;
using FactBot.Chat;
using FactBot.Claims;
using FactBot.Domain.Claims;
using FactBot.Domain.Evidence;
using FactBot.Domain.Teams;
using FactBot.Storage;

namespace FactBot.Evidence;

/// <summary><c>/evidence edit</c>: opens a form with a source's details; the earlier details stay readable.</summary>
public sealed class EditEvidence(FactBotDbContext db) : ICommand
{
    public static CommandSpec Spec { get; } = new("evidence edit", "Change what is said of a source")
    {
        ActsOn = _ => c => c.Sources.Any(s => s.StruckFor == null),
        RequiredRole = DeskRole.Reviewer,
        Stages = Stages.ToResearch,
        Options =
        [
            new OptionSpec("claim", "Number of the claim").Required().CompletedBy<CompleteClaim>(),
            new OptionSpec("source", "Number of the source on its card").Required().CompletedBy<CompleteSource>(),
        ],
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancellationToken);
        claim.RefuseResearchUnlessAllowed();
        var source = claim.GetStandingSource(request.GetNumber("source"));
        if (!request.IsFilledForm)
        {
            return Reply.Open(new Form(
                $"Source {source.Number} of {claim.Name}",
                Spec.Name,
                [("claim", claim.Name), ("source", source.Number.ToString(CultureInfo.InvariantCulture))],
                SourceFields.Of(source.Stance, source.Publisher, source.Quote)));
        }

        var facts = new SourceFacts(
            source.Url,
            request.GetStance(),
            request.FindLine("publisher", SourceFacts.MaxPublisher),
            request.FindText("quote", SourceFacts.MaxQuote));
        if ((facts.Stance, facts.Publisher, facts.Quote) == (source.Stance, source.Publisher, source.Quote))
        {
            throw new DeskRuleException($"Source {source.Number} of {claim.Name} already says that, so nothing was changed.");
        }

        await db.ApplyAsync(team, request, claim, new SourceEdited(source.Number, facts), cancellationToken);
        return Reply.Say($"Source {source.Number} of {claim.Name} is changed; {new CommandName("evidence show")} shows what it said before.");
    }
}
