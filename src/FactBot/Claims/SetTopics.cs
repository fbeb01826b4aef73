using FactBot.Chat;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Storage;

namespace FactBot.Claims;

/// <summary><c>/claim topics</c>: sets what a claim is about, so that it reaches the reviewers of those topics.</summary>
public sealed class SetTopics(FactBotDbContext db) : ICommand
{
    public static CommandSpec Spec { get; } = new("claim topics", "Say what a claim is about")
    {
        RequiredRole = DeskRole.Reviewer,
        Stages = Stages.ToResearch,
        Options =
        [
            new OptionSpec("claim", "Its number").Required().CompletedBy<CompleteClaim>(),
            new OptionSpec("topics", "Such as: transport, city budget; empty takes them away"),
        ],
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var topics = Topics.In(request.FindText("topics") ?? "");
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancellationToken);
        await db.ApplyAsync(team, request, claim, new TopicsSet(topics), cancellationToken);
        return topics.Count == 0
            ? Reply.Say($"{claim.Name} has no topics now.")
            : Reply.Say($"{claim.Name} is about {string.Join(", ", topics)}; {new CommandName("assign-auto")} looks first for reviewers of that.");
    }
}
