using FactBot.Chat;
using FactBot.Claims;
using FactBot.Domain.Claims;
using FactBot.Domain.Evidence;
using FactBot.Domain.Teams;
using FactBot.Quotas;
using FactBot.Storage;
using FactBot.Text.Addresses;

namespace FactBot.Evidence;

/// <summary><c>/evidence add</c>, and a card's Add source button: attaches a source to a claim.</summary>
public sealed class AddEvidence(FactBotDbContext db, DailyQuota quota) : ICommand
{
    public static CommandSpec Spec { get; } = new("evidence add", "Attach a source to a claim")
    {
        RequiredRole = DeskRole.Reviewer,
        Stages = Stages.ToResearch,
        Options =
        [
            new OptionSpec("claim", "Number of the claim").Required().CompletedBy<CompleteClaim>(),
            new OptionSpec("url", "Address of the page").Required(),
            new OptionSpec("stance", "What the source does to the claim").Required().OneOf(StanceWords.Choices),
            new OptionSpec("publisher", "Who published it"),
            new OptionSpec("quote", "The words that matter"),
        ],
    };

    public static Button ButtonFor(Claim claim) => new($"Add source", Spec.Name, ("claim", claim.Name));

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancellationToken);
        if (request.FindText("url") is null && !request.IsFilledForm)
        {
            return Reply.Open(FormFor(claim));
        }

        var facts = new SourceFacts(
            GivenAddress.Get(request.GetText("url")),
            request.GetStance(),
            request.FindLine("publisher", SourceFacts.MaxPublisher),
            request.FindText("quote", SourceFacts.MaxQuote));
        await quota.CountAsync(request, team, QuotaKind.Sources, cancellationToken);
        await db.ApplyAsync(team, request, claim, new SourceAdded(facts), cancellationToken);

        var source = claim.Sources[^1];
        Words next = claim.Stage == Stage.Open ? (Words)$" Add more, or give your vote with {new CommandName("vote")}." : $"";
        return Reply.Say(
            $"Source {source.Number} is on {claim.Name}: {SourceLine.NameOf(source.Url)}, {source.Stance.ToString().ToLowerInvariant()}. Its page is fetched and kept as text.{next}");
    }

    private static Form FormFor(Claim claim) => new($"Add a source to {claim.Name}", Spec.Name, [("claim", claim.Name)],
    [
        new FormField("url", $"Address of the page") { MaxLength = WebAddress.MaxLength },
        .. SourceFields.Of(null, null, null),
    ]);
}
