using FactBot.Chat;

namespace FactBot.Digests;

/// <summary>
/// A digest as it is posted. Whatever doesn't fit is left out, least important first; <c>/digest full</c> shows it all.
/// </summary>
internal static class DigestCard
{
    /// <summary>The total number of lines: even with the longest texts and links, this many fit into a message.</summary>
    private const int Lines = 24;

    /// <summary>Line limits per round: each section gets this many before any section gets more.</summary>
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

    /// <summary>Returns the text for a day on which nothing happened and nothing is waiting.</summary>
    public static Words QuietLine(DigestReport report) => $"A quiet day: nothing new since {report.From:f}, and nothing waits.";

    /// <summary>Returns the counts of new claims and of the week, compared with the week before.</summary>
    public static Words TextOf(DigestReport report)
    {
        var (week, before) = (report.Numbers.Week, report.Numbers.WeekBefore);
        Words news = report.Submitted == 0 ? (Words)$"No new claims since {report.From:f}." : $"{Count.Of(report.Submitted, "new claim")} since {report.From:f}.";
        return $"{news}\nThe last 7 days, with the 7 before in brackets: claims in **{week.In}** ({before.In}), verdicts out **{week.Out}** ({before.Out}), open at the end **{week.Open}** ({before.Open}).";
    }

    /// <summary>Distributes the lines: a few for each section, and the rest to the most important ones.</summary>
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
