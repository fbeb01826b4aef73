using FactBot.Chat;
using FactBot.Domain.Teams;
using FactBot.Storage;

namespace FactBot.Matching;

/// <summary><c>/claim find</c>: finds what the team has already checked that says the same as a text.</summary>
public sealed class FindClaim(FactBotDbContext db, TimeProvider time) : ICommand
{
    private const int Most = 5;

    public static CommandSpec Spec { get; } = new("claim find", "Look whether something was checked already")
    {
        IsCostly = true,
        Options = [new OptionSpec("text", "What you read or heard").Required()],
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken) =>
        await AnswerAsync(db, time.GetUtcNow(), request.GetText("text", AskAboutMessage.MaxText), cancellationToken);

    internal static async Task<Reply> AnswerAsync(FactBotDbContext db, DateTimeOffset now, string text, CancellationToken cancellationToken)
    {
        var matches = await new ClaimMatcher(db).FindAsync(text, Most, cancellationToken, withNear: true);
        if (matches.Count == 0)
        {
            return Reply.Say(
                $"Nothing like it was submitted here yet. To have it checked, submit it with {new CommandName("claim submit")}.");
        }

        Words title = matches[0].IsSame ? (Words)$"This was here before"
            : matches.Any(m => m.IsPerhapsSame) ? (Words)$"Perhaps this is the same"
            : $"Nothing says the same, but this comes close";
        return Reply.Show(new Card(title)
        {
            Text = Words.Join("\n\n", matches.Select(m => MatchLine.Of(m, now))),
            Footer = matches.Count == 1 ? (Words)$"Is it another statement? Submit yours with /claim submit." : $"Is none of them the same? Submit yours with /claim submit.",
            Buttons = [.. matches.Select(m => MatchLine.ButtonFor(m, now))],
        });
    }
}
