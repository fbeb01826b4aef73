using FactBot.Chat;

namespace FactBot.Digests;

/// <summary>
/// A digest as it is posted. What does not fit is left out, the least important first, and <c>/digest full</c> has it all.
/// </summary>
internal static class DigestCard
{
    /// <summary>Lines in all: with the longest texts and links, so many stay within what a message holds.</summary>
    private const int Lines = 24;

    /// <summary>Each section shows as many before any shows more, and again.</summary>
    private static readonly int[] Rounds = [2, 5, 8];

    public static Card Of(DigestReport report)
    {
        var shown = Share(report.Sections);
        var isCut = report.Sections.Zip(shown).Any(s => s.First.Count > s.Second);
        return new(report.Title)
        {
            Text = TextOf(report),
            Fields = [.. report.Sections.Zip(shown, FieldOf)],
            Footer = isCut
                ? (Words)$"There is more: /digest full shows all of it. · Audit trail: {report.Head}"
                : (Words)$"Audit trail: {report.Head}",
            Picture = DeskChart.Draw(report.Numbers),
        };
    }

    /// <summary>What a digest says of a day on which nothing happened and nothing waits.</summary>
    public static Words QuietLine(DigestReport report) => $"A quiet day: nothing new since {report.From:f}, and nothing waits.";

    /// <summary>How much came, against the week before.</summary>
    public static Words TextOf(DigestReport report)
    {
        var (week, before) = (report.Numbers.Week, report.Numbers.WeekBefore);
        Words news = report.Submitted == 0 ? (Words)$"No new claims since {report.From:f}." : $"{Count.Of(report.Submitted, "new claim")} since {report.From:f}.";
        return $"{news}\nThe last 7 days, with the 7 before in brackets: claims in **{week.In}** ({before.In}), verdicts out **{week.Out}** ({before.Out}), open at the end **{week.Open}** ({before.Open}).";
    }

    /// <summary>How many lines each section shows: a few for all, and what is left goes to the most important.</summary>
    internal static IReadOnlyList<int> Share(IReadOnlyList<DigestSection> sections)
    {
        var shown = new int[sections.Count];
        var left = Lines;
        foreach (var most in Rounds)
        {
            for (var i = 0; i < shown.Length; i++)
            {
                var more = Math.Min(left, Math.Min(most, sections[i].Lines.Count) - shown[i]);
                shown[i] += Math.Max(0, more);
                left -= Math.Max(0, more);
            }
        }

        return shown;
    }

    private static CardField FieldOf(DigestSection section, int shown)
    {
        Words rest = section.Count > shown ? (Words)$"\n… and {section.Count - shown} more" : $"";
        return new(section.Heading, $"{Words.Join("\n", section.Lines.Take(shown))}{rest}");
    }
}
