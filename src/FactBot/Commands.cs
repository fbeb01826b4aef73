using FactBot.Articles;
using FactBot.Assignments;
using FactBot.Chat;
using FactBot.Claims;
using FactBot.Digests;
using FactBot.Evidence;
using FactBot.Teams;
using FactBot.Verdicts;
using FactBot.Votes;

namespace FactBot;

/// <summary>Everything the desk can be asked to do.</summary>
public static class Commands
{
    public static IReadOnlyList<Command> All { get; } =
    [
        Command.Of<SetUpTeam>(),
        Command.Of<AddArticle>(),
        Command.Of<ListArticles>(),
        Command.Of<ShowArticle>(),
        Command.Of<SubmitClaim>(),
        Command.Of<SubmitMessage>(),
        Command.Of<ListClaims>(),
        Command.Of<ShowClaim>(),
        Command.Of<TriageClaim>(),
        Command.Of<AssignReviewer>(),
        Command.Of<TakeClaim>(),
        Command.Of<ListDuties>(),
        Command.Of<AddEvidence>(),
        Command.Of<CastVote>(),
        Command.Of<PublishVerdict>(),
        Command.Of<ShowVerdict>(),
        Command.Of<PostDigest>(),
        Command.Of<ShowHelp>(),
    ];
}
