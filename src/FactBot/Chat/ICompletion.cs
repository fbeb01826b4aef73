using FactBot.Teams;

namespace FactBot.Chat;

/// <summary>Offers values for an option while one types.</summary>
public interface ICompletion
{
    /// <summary>At most 25 choices for what was typed so far, the likeliest first.</summary>
    Task<IReadOnlyList<Choice>> CompleteAsync(Request request, Team team, string typed, CancellationToken cancel);
}
