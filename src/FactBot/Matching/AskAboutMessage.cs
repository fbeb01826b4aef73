using FactBot.Chat;
using FactBot.Storage;
using FactBot.Teams;

namespace FactBot.Matching;

/// <summary>The message command “Was this checked?”: what the team knows about what somebody wrote in the chat.</summary>
public sealed class AskAboutMessage(DeskContext db, TimeProvider time) : ICommand
{
    /// <summary>In characters: as long as a message can be.</summary>
    public const int MaxText = 4000;

    public static CommandSpec Spec { get; } = new("Was this checked?", "Look whether a message's text was checked already")
    {
        IsCostly = true,
        Kind = CommandKind.OnMessage,
    };

    public Task<Reply> RunAsync(Request request, Team team, CancellationToken cancel) =>
        request.Message?.Text is { } written && CleanText.Of(written) is { Length: > 0 } text
            ? FindClaim.AnswerAsync(db, time.GetUtcNow(), text, cancel)
            : throw new DeskRuleException(
                $"This message has no text; choose one with words in it, or use {new CommandName("claim find")}.");
}
