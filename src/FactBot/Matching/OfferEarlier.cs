using System.Globalization;
using FactBot.Chat;
using FactBot.Claims;
using FactBot.Quotas;
using FactBot.Storage;
using FactBot.Teams;

namespace FactBot.Matching;

/// <summary>Offers the earlier claim that says perhaps the same, before a new one is made of it.</summary>
internal sealed class OfferEarlier(DeskContext db, TimeProvider time)
{
    private const int Shown = 3;

    /// <summary>The offer; null where nothing like it was submitted before.</summary>
    public async Task<Reply?> FindAsync(Request request, Team team, ClaimSubmitted about, CancellationToken cancel)
    {
        var found = await new ClaimMatcher(db).FindAsync(about.Text, Shown, cancel);
        // What was taken back is no reason not to submit it.
        var matches = found.Where(m => m.Claim.Stage != Stage.Withdrawn).ToList();
        if (matches.Count == 0)
        {
            return null;
        }

        // What is offered is kept until it is answered, and may never be.
        await db.CountAsync(request, team, QuotaKind.Commands, cancel);
        var nearest = matches[0];
        var offer = new Offer(team.Id, request.Person.Id, about.Text, nearest.Claim.Number, nearest.Signs, time.GetUtcNow())
        {
            Article = about.Appearance?.ArticleNumber,
            Claimant = about.Claimant,
            SaidOn = about.SaidOn,
        };
        db.Offers.Add(offer);
        await db.SaveChangesAsync(cancel);

        var key = offer.Id.ToString(CultureInfo.InvariantCulture);
        return Reply.Show(new Card(nearest.IsSame ? (Words)$"{nearest.Claim.Name} says the same" : $"Is it the same as {nearest.Claim.Name}?")
        {
            Text = Words.Join("\n\n", matches.Select(m => MatchLine.Of(m, time.GetUtcNow()))),
            Footer = $"Nothing was submitted yet. If it is another statement, submit it all the same.",
            Buttons =
            [
                new Button($"Same as {nearest.Claim.Name}", TakeEarlier.Spec.Name, ("offer", key)) { Look = ButtonLook.Main },
                new Button($"Submit anyway", SubmitClaim.Spec.Name, ("offer", key)),
                MatchLine.ButtonFor(nearest, time.GetUtcNow()),
            ],
        });
    }
}
