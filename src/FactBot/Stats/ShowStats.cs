using System.Globalization;
using FactBot.Chat;
using FactBot.Digests;
using FactBot.Domain.Teams;
using FactBot.Domain.Votes;
using FactBot.Matching;
using FactBot.Storage;
using FactBot.Suggestions;

namespace FactBot.Stats;

/// <summary><c>/desk stats</c>: shows the team's statistics for the last days.</summary>
public sealed class ShowStats(FactBotDbContext db, StatsReader stats, TimeProvider time) : ICommand
{
    private const int DefaultDays = 30;

    public static CommandSpec Spec { get; } = new("desk stats", "How the desk does: claims, times, load, agreement, balance")
    {
        IsCostly = true,
        RequiredRole = DeskRole.Reviewer,
        Options =
        [
            new OptionSpec("days", "Over how many days; otherwise 30").OneOf(
                new Choice("7 days", "7"), new Choice("30 days", "30"), new Choice("90 days", "90"), new Choice("A year", "365")),
        ],
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var days = request.FindText("days") is null ? DefaultDays
            : request.GetNumber("days") is >= 1 and <= 3650 and var given ? given
            : throw new DeskRuleException($"**days** is 1 to 3,650.");
        var until = time.GetUtcNow();
        var numbers = await stats.ReadAsync(until.AddDays(-days), until, cancellationToken);
        var spans = await new NumbersReader(db).ReadDaysAsync(team, until, days, cancellationToken);
        return Reply.Show(new Card($"The desk over the last {Count.Of(days, "day")}")
        {
            Text = Words.Join("\n", LinesOf(numbers)),
            Fields =
            [
                .. FieldsOf(numbers),
                WorthinessField.Of(await new WorthinessTrainer(db).LearnAsync(cancellationToken)),
                MatchField.Of(await new ClaimMatcher(db).ModelAsync(cancellationToken)),
            ],
            Picture = DeskChart.Draw(spans, days),
            Footer = $"Agreement counts first rounds that have closed; 1 is perfect, 0 is chance.",
        });
    }

    /// <summary>Says what the number means, in a few words.</summary>
    internal static Words AgreementOf(KrippendorffAlpha alpha) => alpha switch
    {
        { Value: { } value } => $"{value.ToString("0.00", CultureInfo.InvariantCulture)} (Krippendorff’s alpha, ordinal, on {Count.Of(alpha.Units, "claim")})",
        { Units: 0 } => $"nothing to compare yet",
        _ => $"all the same rating, so nothing to compare, on {Count.Of(alpha.Units, "claim")}",
    };

    private static IEnumerable<Words> LinesOf(DeskStats numbers)
    {
        yield return $"**{Count.Of(numbers.ByStage.Values.Sum(), "claim")}** submitted, **{Count.Of(numbers.Verdicts, "verdict")}** published, {Count.Of(numbers.Corrections, "correction")}, {Count.Of(numbers.Retractions, "retraction")}";
        if (numbers.MedianToVerdict is { } median)
        {
            yield return $"Half of the verdicts came within **{SpanOf(median)}** of the claim";
        }

        yield return $"Votes owed and late now: **{numbers.Overdue}**";
        yield return $"Agreement of reviewers: **{AgreementOf(numbers.Agreement)}**";
    }

    private static IEnumerable<CardField> FieldsOf(DeskStats numbers)
    {
        if (numbers.ByStage.Count > 0)
        {
            yield return new($"Where these claims are now", Words.Join(" · ", numbers.ByStage.OrderBy(s => s.Key).Select(s => (Words)$"{s.Key} {s.Value}")));
        }

        if (numbers.Reviewers.Count > 0)
        {
            yield return new($"Reviewers", Words.Join("\n", numbers.Reviewers
                .Select<ReviewerLoad, Words>(r => $"{r.Reviewer}: {Count.Of(r.Ballots, "vote")}, {r.Open} owed")));
        }

        foreach (var (name, selection) in new (Words, IReadOnlyList<Selection>)[]
        {
            ($"Checked of submitted, by claimant", numbers.Claimants),
            ($"By publisher", numbers.Publishers),
            ($"By topic", numbers.Topics),
        })
        {
            if (selection.Count > 0)
            {
                yield return new(name, Words.Join("\n", selection.Select<Selection, Words>(s => $"{s.Name}: {s.Checked} of {s.Submitted}")));
            }
        }
    }

    private static string SpanOf(TimeSpan span) =>
        span < TimeSpan.FromMinutes(1) ? "a minute"
        : span < TimeSpan.FromHours(1) ? Count.Of((int)Math.Round(span.TotalMinutes), "minute")
        : span < TimeSpan.FromDays(2) ? Count.Of((int)Math.Round(span.TotalHours), "hour")
        : Count.Of((int)Math.Round(span.TotalDays), "day");
}
