using FactBot.Claims;
using FactBot.Domain;
using FactBot.Domain.Claims;

namespace FactBot.Chat;

/// <summary>What people read when a rule refuses something.</summary>
internal static class RefusalWords
{
    public static Words Of(Refusal refusal) => refusal switch
    {
        ClaimRefusal of => ClaimRefusalWords.Of(of),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "A refusal without words."),
    };
}
