using FactBot.Domain.Teams;

namespace FactBot.Chat;

/// <summary>Suggests values for an option as the person types.</summary>
public interface ICompletion
{
    /// <summary>Returns at most 25 choices for the text typed so far, likeliest first.</summary>
    Task<IReadOnlyList<Choice>> CompleteAsync(Request request, Team team, string typed, CancellationToken cancellationToken);
}
