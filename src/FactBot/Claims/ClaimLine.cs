using FactBot.Chat;

namespace FactBot.Claims;

/// <summary>A claim as one line of a list.</summary>
internal static class ClaimLine
{
    public static Words Of(Claim claim) => $"**{claim.Name}** {Clip.To(claim.Text, 120)} · *{claim.Stage}*";
}
