using FactBot.Domain.Claims;
using FactBot.Storage;
using FactBot.Text.Worthiness;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Suggestions;

/// <summary>Learns what this team finds worth checking, only from its own triage and the suggestions it ticked or left.</summary>
public sealed class WorthinessTrainer(FactBotDbContext db)
{
    /// <summary>How many of the latest decisions of each kind it learns from.</summary>
    private const int Remembered = 1000;

    /// <summary>Adjusts the hand-set weights to the team's decisions.</summary>
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
