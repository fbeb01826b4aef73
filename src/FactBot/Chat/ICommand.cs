using FactBot.Domain.Teams;

namespace FactBot.Chat;

/// <summary>Something the bot can be asked to do. Created for each request, with its dependencies injected.</summary>
public interface ICommand
{
    static abstract CommandSpec Spec { get; }

    /// <summary>Runs the command and replies. Refuses with a <see cref="DeskRuleException"/>.</summary>
    Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken);
}
