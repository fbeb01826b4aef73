using FactBot.Articles;
using FactBot.Chat;
using FactBot.Claims;
using FactBot.Storage;
using FactBot.Teams;

namespace FactBot.Evidence;

/// <summary><c>/evidence add</c>, and a card's Add source button: attaches a source to a claim.</summary>
public sealed class AddEvidence(DeskContext db, TimeProvider time) : ICommand
{
    private static readonly Choice[] Stances =
    [
        new("Supports the claim", "supports"),
        new("Refutes the claim", "refutes"),
        new("Gives context", "context"),
    ];

    public static CommandSpec Spec { get; } = new("evidence add", "Attach a source to a claim")
    {
        Who = DeskRole.Reviewer,
        Options =
        [
            new OptionSpec("claim", "Number of the claim").Required().CompletedBy<CompleteClaim>(),
            new OptionSpec("url", "Address of the page").Required(),
            new OptionSpec("stance", "What the source does to the claim").Required().OneOf(Stances),
            new OptionSpec("publisher", "Who published it"),
            new OptionSpec("quote", "The words that matter"),
        ],
    };

    public static Button ButtonFor(Claim claim) => new($"Add source", Spec.Name, ("claim", claim.Name));

    public async Task<Reply> RunAsync(Request request, Team team, CancellationToken cancel)
    {
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancel);
        if (request.FindText("url") is null && !request.IsFilledForm)
        {
            return Reply.Open(FormFor(claim));
        }

        var facts = new SourceFacts(
            WebAddress.Get(request.GetText("url")),
            StanceOf(request.GetText("stance")),
            request.FindText("publisher", SourceFacts.MaxPublisher),
            request.FindText("quote", SourceFacts.MaxQuote));
        var source = claim.AddSource(facts, request.Person.Id, time.GetUtcNow());
        await db.RecordAsync(team, request, $"added source {source.Number}", $"claim {claim.Name}", cancel);

        Words next = claim.Stage == Stage.Open ? (Words)$" Add more, or give your vote with {new CommandName("vote")}." : $"";
        return Reply.Say(
            $"Source {source.Number} is on {claim.Name}: {source.Site}, {source.Stance.ToString().ToLowerInvariant()}.{next}");
    }

    private static Stance StanceOf(string text) => Enum.TryParse<Stance>(text, ignoreCase: true, out var stance)
        && Enum.IsDefined(stance) && !char.IsDigit(text[0])
        ? stance
        : throw new DeskRuleException($"“{text}” is no stance; a source **supports**, **refutes** or gives **context**.");

    private static Form FormFor(Claim claim) => new($"Add a source to {claim.Name}", Spec.Name, [("claim", claim.Name)],
    [
        new FormField("url", $"Address of the page") { MaxLength = WebAddress.MaxLength },
        new FormField("stance", $"What it does to the claim") { Kind = FormFieldKind.Choice, Choices = Stances },
        new FormField("publisher", $"Publisher") { IsRequired = false, MaxLength = SourceFacts.MaxPublisher },
        new FormField("quote", $"The words that matter")
        {
            Kind = FormFieldKind.Paragraph, IsRequired = false, MaxLength = SourceFacts.MaxQuote,
        },
    ]);
}
