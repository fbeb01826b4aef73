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
        var matches = await MatchesAsync(about.Text, Shown, cancel);
        if (matches.Count == 0)
        {
            return null;
        }

        // What is offered is kept until it is answered, and may never be.
        await db.CountAsync(request, team, QuotaKind.Commands, cancel);
        var nearest = matches[0];
        var key = await KeepAsync(nearest, request, team, about, cancel);
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

    /// <summary>
    /// The same question for several at once, each with its own two buttons. What it is about is taken out of the list: the
    /// rest is new.
    /// </summary>
    public async Task<(IReadOnlyList<ClaimSubmitted> New, Card? Question)> PartAsync(
        Request request, Team team, IReadOnlyList<ClaimSubmitted> all, CancellationToken cancel)
    {
        var fresh = new List<ClaimSubmitted>();
        var (lines, buttons) = (new List<Words>(), new List<Button>());
        foreach (var about in all)
        {
            var matches = await MatchesAsync(about.Text, 1, cancel);
            if (matches.Count == 0)
            {
                fresh.Add(about);
                continue;
            }

            var key = await KeepAsync(matches[0], request, team, about, cancel);
            var place = lines.Count + 1;
            lines.Add(Words.Join("\n", [$"**{place}.** “{Clip.To(about.Text, 120)}”: {(matches[0].IsSame ? "said before, in" : "perhaps the same as")}", MatchLine.Of(matches[0], time.GetUtcNow())]));
            buttons.Add(new Button($"{place}: same as {matches[0].Claim.Name}", TakeEarlier.Spec.Name, ("offer", key)) { Look = ButtonLook.Main });
            buttons.Add(new Button($"{place}: submit anyway", SubmitClaim.Spec.Name, ("offer", key)));
        }

        return (fresh, lines.Count == 0 ? null : new Card($"Were these here before?")
        {
            Text = Words.Join("\n\n", lines),
            Footer = $"These aren’t submitted yet. Each waits for your answer.",
            Buttons = buttons,
        });
    }

    private async Task<List<ClaimMatch>> MatchesAsync(string text, int most, CancellationToken cancel) =>
        // What was taken back is no reason not to submit it.
        [.. (await new ClaimMatcher(db).FindAsync(text, most, cancel)).Where(m => m.Claim.Stage != Stage.Withdrawn)];

    private async Task<string> KeepAsync(ClaimMatch nearest, Request request, Team team, ClaimSubmitted about, CancellationToken cancel)
    {
        var offer = new Offer(team.Id, request.Person.Id, about.Text, nearest.Claim.Number, nearest.Signs, time.GetUtcNow())
        {
            Article = about.Appearance?.ArticleNumber,
            Claimant = about.Claimant,
            SaidOn = about.SaidOn,
        };
        db.Offers.Add(offer);
        await db.SaveChangesAsync(cancel);
        return offer.Id.ToString(CultureInfo.InvariantCulture);
    }
}
