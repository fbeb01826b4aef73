using FactBot.Chat;
using FactBot.Domain.Teams;

namespace FactBot.Teams;

/// <summary><c>/help</c>: explains what the bot does, and the commands the person may use.</summary>
public sealed class ShowHelp : ICommand
{
    public static CommandSpec Spec { get; } = new("help", "How FactBot works, and what you can do")
    {
        WorksBeforeSetup = true,
    };

    public Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var role = team.RoleOf(request.Person);
        Words status = team.IsSetUp
            ? $"You are here as **{role}**. Claims are reviewed in {team.ReviewChannel}, verdicts appear in {team.VerdictChannel}."
            : RefusalBeforeSetup;
        var usable = Commands.All.Select(c => c.Spec).Where(s => s.RequiredRole <= role).ToLookup(s => s.Kind);
        Words onMessages = Words.Join(", ", usable[CommandKind.OnMessage].Select<CommandSpec, Words>(s => $"**{s.Name}**"));
        return Task.FromResult(Reply.Show(new Card($"FactBot: checking facts together")
        {
            Text = $"A claim is submitted, an editor accepts it, reviewers gather sources and vote without seeing each other's votes, an editor publishes the verdict, and a digest goes out every day.\n\n{status}",
            Fields =
            [
                new CardField($"What you can do", Words.Join("\n", usable[CommandKind.Slash]
                    .Select<CommandSpec, Words>(s => $"{new CommandName(s.Name)}: {s.Description}"))),
                new CardField($"In a message's menu, under Apps", onMessages),
            ],
        }));
    }

    /// <summary>What every other command replies until the team is set up.</summary>
    internal static Words RefusalBeforeSetup { get; } =
        $"FactBot is not set up here yet: somebody who may manage this server runs {new CommandName("setup")} first.";
}
