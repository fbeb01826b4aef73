using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Claims;
using FactBot.Posts;
using FactBot.Storage;
using FactBot.Text.Characters;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Digests;

/// <summary>The location of a post.</summary>
internal sealed record PostPlace(ChannelId Channel, MessageId Message);

/// <summary>Formats claims as lines of a digest, each linked to its card.</summary>
internal sealed class ClaimLines(FactBotDbContext db)
{
    private readonly Dictionary<long, PostPlace> cards = [];

    /// <summary>The maximum number of lines read per section.</summary>
    public const int Most = 300;

    private const int TextLength = 80;

    /// <summary>Reads where the cards of these claims are, before they are formatted.</summary>
    public async Task LocateAsync(IEnumerable<long> claims, CancellationToken cancellationToken)
    {
        var ids = claims.Where(id => !cards.ContainsKey(id)).ToList();
        if (ids.Count == 0)
        {
            return;
        }

        foreach (var card in await db.Posts.AsNoTracking().Where(p => p.Kind == PostKind.Card && p.Message != null && ids.Contains(p.Subject))
            .Select(p => new { p.Subject, Place = new PostPlace(p.Channel, p.Message!.Value) }).ToListAsync(cancellationToken))
        {
            cards[card.Subject] = card.Place;
        }
    }

    public Words Of(Claim claim) => $"{NameOf(claim)} {Clip.To(claim.Text, TextLength)}";

    /// <summary>Formats the claim's number as a link to its card.</summary>
    public Words NameOf(Claim claim) => NameOf(claim.Id, claim.Number);

    public Words NameOf(long id, int number) =>
        cards.TryGetValue(id, out var card) ? $"**{new MessageLink($"#{number}", db.CurrentTeam, card.Channel, card.Message)}**" : (Words)$"**#{number}**";
}
