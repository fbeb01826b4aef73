using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Claims;
using FactBot.Text.Characters;

namespace FactBot.Digests;

/// <summary>The location of a post.</summary>
internal sealed record PostPlace(ChannelId Channel, MessageId Message);

/// <summary>Formats claims as lines of a digest, each linked to its card.</summary>
internal sealed class ClaimLines(TeamId team, IReadOnlyDictionary<long, PostPlace> cards)
{
    /// <summary>The maximum number of lines read per section.</summary>
    public const int Most = 300;

    private const int TextLength = 80;

    public Words Of(Claim claim) => $"{NameOf(claim)} {Clip.To(claim.Text, TextLength)}";

    /// <summary>Formats the claim's number as a link to its card.</summary>
    public Words NameOf(Claim claim) => NameOf(claim.Id, claim.Number);

    public Words NameOf(long id, int number) =>
        cards.TryGetValue(id, out var card) ? $"**{new MessageLink($"#{number}", team, card.Channel, card.Message)}**" : (Words)$"**#{number}**";
}
