using FactBot.Claims;
using FactBot.Storage;
using FactBot.Text.Worthiness;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Suggestions;

/// <summary>What this team finds worth checking, learned from its own triage and from what it ticked and left; no other team's.</summary>
public sealed class WorthinessTrainer(FactBotDbContext db)
{
    /// <summary>The latest decisions of each kind from which it is learned.</summary>
    private const int Remembered = 1000;

    /// <summary>The weights set by hand, moved by the team's decisions.</summary>
    public async Task<WorthinessModel> LearnAsync(CancellationToken cancellationToken)
    {
        var triaged = await db.Claims.Where(c => c.Appearance != null && c.Stage != Stage.Submitted && c.Stage != Stage.Duplicate && c.Stage != Stage.Withdrawn)
            .OrderByDescending(c => c.Id).Take(Remembered).Select(c => new { c.Text, IsWorthy = c.Stage != Stage.Rejected }).ToListAsync(cancellationToken);
        var chosen = await db.SuggestionFeedback.OrderByDescending(c => c.Id).Take(Remembered)
            .Select(c => new { c.Sentence, c.IsTicked }).ToListAsync(cancellationToken);
        return WorthinessModel.ByHand.Learn(
        [
            .. chosen.Select(c => (c.Sentence, c.IsTicked)),
            .. triaged.Select(c => (c.Text, c.IsWorthy)),
        ]);
    }
}
