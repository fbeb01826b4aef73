using FactBot.Chat;
using FactBot.Domain.Teams;
using Microsoft.Extensions.Options;

namespace FactBot.Privacy;

/// <summary><c>/privacy</c>: shows what is kept, why, for how long, who sees it, and how to have it erased.</summary>
public sealed class ShowPrivacy(IOptionsMonitor<PrivacyOptions> options) : ICommand
{
    public static CommandSpec Spec { get; } = new("privacy", "What FactBot keeps about you, why, and how to have it erased")
    {
        WorksBeforeSetup = true,
        IsNoted = false,
    };

    public Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken) => Task.FromResult(Reply.Show(
        new Card($"What FactBot keeps")
        {
            Text = $"FactBot keeps what your team does with it, so that every verdict can be traced: who submitted, reviewed, voted and published, and when. It reads no messages but those somebody points it to, gives nothing to third parties and trains nothing beyond this server: what it learns of your team’s choices stays with your team.",
            Fields =
            [
                new($"What, and for how long", Words.Join("\n", Kinds(team.Keeps))),
                new($"Who sees it", $"Claims, sources and verdicts: everybody in this server who may see their channels. Votes: nobody before the round closes. Who runs the bot can read its database."),
                new($"Your part", $"{new CommandName("me data")} hands you all that is kept about you, as a file. {new CommandName("me forget")} erases it, in Discord too; only your name where others typed it as plain text can’t be found."),
                new($"Who runs this bot", Words.Join("\n", Operator(options.CurrentValue))),
            ],
        }));

    private static IEnumerable<Words> Kinds(RetentionPolicy policy) =>
    [
        $"• Your Discord id with what you did; names are not kept: until you have it erased",
        $"• Claims, sources, verdicts and articles: for good, as the team’s record",
        $"• Reasons of votes: {After(policy.Reasons, "after the verdict")}",
        $"• Texts of sources’ pages: {After(policy.Pages, "after they were fetched")}",
        $"• Messages that were to become evidence and did not: {After(policy.Messages, "after somebody pointed to them")}",
        $"• Words of who was offered an earlier claim: {After(policy.Offers, "after they wrote them")}",
    ];

    private static Words After(int days, string what) => days == 0 ? (Words)$"for good" : $"{Count.Of(days, "day")} {what}";

    private static IEnumerable<Words> Operator(PrivacyOptions options)
    {
        if (Uri.TryCreate(options.PolicyUrl, UriKind.Absolute, out var policy))
        {
            yield return $"{new PageLink("Their privacy policy", policy.AbsoluteUri)}";
        }

        yield return options.Contact.Length > 0
            ? $"Ask them, or report a problem: {Words.Of(options.Contact)}"
            : (Words)$"Ask somebody who may manage this server; they know who runs it.";
    }
}
