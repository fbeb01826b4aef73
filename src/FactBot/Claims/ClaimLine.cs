using FactBot.Chat;
using FactBot.Domain.Claims;
using FactBot.Text.Characters;

namespace FactBot.Claims;

/// <summary>A claim as one line of a list.</summary>
internal static class ClaimLine
{
    public static Words Of(Claim claim)
    {
        Words priority = claim.Priority == Priority.Normal ? (Words)$"" : $" · {claim.Priority.ToString().ToLowerInvariant()}";
        Words upvotes = claim.Upvotes.Count == 0 ? (Words)$"" : $" · wanted by {claim.Upvotes.Count}";
        Words due = claim.Due is { } at ? (Words)$" · due {at:R}" : $"";
        return $"**{claim.Name}** {Clip.To(claim.Text, 120)} · *{claim.Stage}*{priority}{upvotes}{due}";
    }
}
