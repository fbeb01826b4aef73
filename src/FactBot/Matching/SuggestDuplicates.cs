using System.Globalization;
using FactBot.Chat;
using FactBot.Claims;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Quotas;
using FactBot.Storage;
using FactBot.Text.Characters;
using FactBot.Text.Matching;
using FactBot.Text.Terms;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Matching;

/// <summary>Suggests the earlier claim that may say the same, before a new one is submitted.</summary>
internal sealed class SuggestDuplicates(FactBotDbContext db, DailyQuota quota, TimeProvider time)
{
    private const int Shown = 3;

    /// <summary>Returns the suggestion; null if nothing like it was submitted before.</summary>
    public async Task<Reply?> FindAsync(Request request, Team team, ClaimSubmitted about, CancellationToken cancellationToken)
    {
        var matches = await MatchesAsync(about.Text, Shown, cancellationToken);
        if (matches.Count == 0)
        {
            return null;
        }

        using var turn = await db.HoldTurnAsync(cancellationToken);
        var nearest = matches[0];
        var suggestion = await FindOpenAsync(nearest, request, about, cancellationToken);
        if (suggestion is null)
        {
            // A suggestion is kept until it is answered, which may never happen.
            await quota.CountAsync(request, team, QuotaKind.Commands, cancellationToken);
            suggestion = Add(nearest, request, team, about);
            await db.SaveChangesAsync(cancellationToken);
        }

        var key = KeyOf(suggestion);
        return Reply.Show(new Card(nearest.IsSame ? (Words)$"{nearest.Claim.Name} says the same" : $"Is it the same as {nearest.Claim.Name}?")
        {
            Text = Words.Join("\n\n", matches.Select(m => MatchLine.Of(m, time.GetUtcNow()))),
            Footer = $"Nothing was submitted yet. If it is another statement, submit it all the same.",
            Buttons =
            [
                new Button($"Same as {nearest.Claim.Name}", ConfirmDuplicate.Spec.Name, ("offer", key)) { Look = ButtonLook.Main },
                new Button($"Submit anyway", SubmitClaim.Spec.Name, ("offer", key)),
                MatchLine.ButtonFor(nearest, time.GetUtcNow()),
            ],
        });
    }

    /// <summary>
    /// Divides several claims into new ones and ones that an earlier claim may already say, and makes a suggestion for each of
    /// the latter. Claims that say the same are merged. The caller holds the turn and saves.
    /// </summary>
    public async Task<(IReadOnlyList<ClaimSubmitted> New, IReadOnlyList<HeldBack> Held)> PartAsync(
        Request request, Team team, IReadOnlyList<ClaimSubmitted> all, CancellationToken cancellationToken)
    {
        var (fresh, held) = (new List<ClaimSubmitted>(), new List<HeldBack>());
        foreach (var about in all.DistinctBy(a => Wordings.KeyOf(MatchText.Of(a.Text))))
        {
            if (await MatchesAsync(about.Text, 1, cancellationToken) is [var nearest, ..])
            {
                var open = await FindOpenAsync(nearest, request, about, cancellationToken);
                held.Add(new(about.Text, nearest, open ?? Add(nearest, request, team, about), IsNew: open is null));
            }
            else
            {
                fresh.Add(about);
            }
        }

        return (fresh, held);
    }

    /// <summary>Asks the same question about several at once, with two buttons each; their suggestions must be saved.</summary>
    public static Card Ask(IReadOnlyList<HeldBack> held, DateTimeOffset now) => new($"Were these here before?")
    {
        Text = Words.Join("\n\n", held.Select((h, i) => Words.Join("\n",
            [$"**{i + 1}.** “{Clip.To(h.Text, 120)}”: {(h.Nearest.IsSame ? "said before, in" : "perhaps the same as")}", MatchLine.Of(h.Nearest, now)]))),
        Footer = $"These aren’t submitted yet. Each waits for your answer.",
        Buttons =
        [
            .. held.SelectMany((h, i) => new[]
            {
                new Button($"{i + 1}: same as {h.Nearest.Claim.Name}", ConfirmDuplicate.Spec.Name, ("offer", KeyOf(h.Offer))) { Look = ButtonLook.Main },
                new Button($"{i + 1}: submit anyway", SubmitClaim.Spec.Name, ("offer", KeyOf(h.Offer))),
            }),
        ],
    };

    private async Task<List<ClaimMatch>> MatchesAsync(string text, int most, CancellationToken cancellationToken) =>
        // A withdrawn claim is no reason not to submit another.
        [.. (await new ClaimMatcher(db).FindAsync(text, most, cancellationToken)).Where(m => m.Claim.Stage != Stage.Withdrawn)];

    private static string KeyOf(DuplicateSuggestion suggestion) => suggestion.Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Finds the unanswered suggestion that asked the person the same; null if there is none.</summary>
    private Task<DuplicateSuggestion?> FindOpenAsync(ClaimMatch nearest, Request request, ClaimSubmitted about, CancellationToken cancellationToken)
    {
        var article = about.Appearance?.ArticleNumber;
        return db.DuplicateSuggestions.FirstOrDefaultAsync(
            s => s.Person == request.Person.Id && s.IsSame == null && s.Offered == nearest.Claim.Number && s.Text == about.Text
                && s.Article == article && s.Claimant == about.Claimant && s.SaidOn == about.SaidOn,
            cancellationToken);
    }

    private DuplicateSuggestion Add(ClaimMatch nearest, Request request, Team team, ClaimSubmitted about) => db.DuplicateSuggestions.Add(
        new DuplicateSuggestion(team.Id, request.Person.Id, about.Text, nearest.Claim.Number, nearest.Features.ToText(), time.GetUtcNow())
        {
            Article = about.Appearance?.ArticleNumber,
            Claimant = about.Claimant,
            SaidOn = about.SaidOn,
        }).Entity;
}

/// <summary>A claim that isn't submitted until the person says whether the earlier claim says the same.</summary>
/// <param name="IsNew">Whether this is the first time the person is asked about it.</param>
internal sealed record HeldBack(string Text, ClaimMatch Nearest, DuplicateSuggestion Offer, bool IsNew);
