using FactBot.Chat;
using FactBot.Claims;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Storage;

namespace FactBot.Evidence;

/// <summary><c>/evidence strike</c>: strikes a bad source, which no longer counts but stays readable.</summary>
public sealed class StrikeEvidence(FactBotDbContext db) : ICommand
{
    public static CommandSpec Spec { get; } = new("evidence strike", "Strike a source, with a reason")
    {
        ActsOn = _ => c => c.Sources.Any(s => s.StruckFor == null),
        RequiredRole = DeskRole.Reviewer,
        Stages = Stages.ToResearch,
        Options =
        [
            new OptionSpec("claim", "Number of the claim").Required().CompletedBy<CompleteClaim>(),
            new OptionSpec("source", "Number of the source on its card").Required().CompletedBy<CompleteSource>(),
            new OptionSpec("reason", "Why it is no source").Required(),
        ],
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancellationToken);
        var number = request.GetNumber("source");
        await db.ApplyAsync(team, request, claim, new SourceStruck(number, request.GetText("reason", Claim.MaxReason)), cancellationToken);
        return Reply.Say($"Source {number} of {claim.Name} is struck: it no longer counts, and stays readable with your reason.");
    }
}
