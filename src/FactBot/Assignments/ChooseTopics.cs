using FactBot.Chat;
using FactBot.Claims;
using FactBot.Domain.Assignments;
using FactBot.Domain.Teams;
using FactBot.Storage;

namespace FactBot.Assignments;

/// <summary><c>/me topics</c>: shows or sets the topics a reviewer wants to review.</summary>
public sealed class ChooseTopics(FactBotDbContext db, ReviewerDirectory directory) : ICommand
{
    public static CommandSpec Spec { get; } = new("me topics", "Choose the topics that you want to review")
    {
        RequiredRole = DeskRole.Reviewer,
        Options = [new OptionSpec("topics", "Such as: transport, health; “any” for anything; empty shows them")],
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var me = await directory.MeetAsync(request.Person, team, cancellationToken);
        if (request.FindText("topics") is { } text)
        {
            var topics = text.Equals("any", StringComparison.OrdinalIgnoreCase) ? [] : Topics.In(text);
            await db.ApplyAsync(team, request, me, new TopicsChosen(topics), cancellationToken);
        }

        return me.Topics.Count == 0
            ? Reply.Say($"You review anything. {new CommandName("me topics")} with **topics** limits what {new CommandName("assign-auto")} gives you.")
            : Reply.Say($"You review {string.Join(", ", me.Topics)}: {new CommandName("assign-auto")} gives you claims on those, and claims without topics.");
    }
}
