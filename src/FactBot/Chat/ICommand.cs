using FactBot.Teams;

namespace FactBot.Chat;

/// <summary>One thing the desk can be asked to do. Made anew for each request, with what its constructor asks for.</summary>
public interface ICommand
{
    static abstract CommandSpec Spec { get; }

    /// <summary>Does it, and answers. Refuses with a <see cref="DeskRuleException"/>.</summary>
    Task<Reply> RunAsync(Request request, Team team, CancellationToken cancel);
}
