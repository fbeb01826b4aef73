using FactBot.Chat;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Quotas;
using FactBot.Storage;
using FactBot.Text.Characters;

namespace FactBot.Claims;

/// <summary>The message command “Submit as claim”: turns a chat message into a claim.</summary>
public sealed class SubmitMessage(FactBotDbContext db, DailyQuota quota, TimeProvider time) : ICommand
{
    public static CommandSpec Spec { get; } = new("Submit as claim", "Submit a message's text as a claim")
    {
        Kind = CommandKind.OnMessage,
    };

    public Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        if (request.Message?.Text is not { } text || CleanText.Of(text).Length == 0)
        {
            throw new DeskRuleException(
                $"This message has no text; choose one with words in it, or use {new CommandName("claim submit")}.");
        }

        if (text.Length > Claim.MaxText)
        {
            throw new DeskRuleException(
                $"This message has {text.Length:N0} characters and a claim at most {Claim.MaxText:N0}; use {new CommandName("claim submit")} with the part that matters.");
        }

        var submit = request with { Options = new Dictionary<string, string> { ["text"] = text } };
        return new SubmitClaim(db, quota, time).HandleAsync(submit, team, cancellationToken);
    }
}
