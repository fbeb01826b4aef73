using FactBot.Text.Language;
using FactBot.Text.Terms;

namespace FactBot.Text.Matching;

/// <summary>A difference between a text and a similar claim; if both sides are null, only the word order differs.</summary>
/// <param name="Yours">What the text says; null if only the claim says something there, such as a “not”.</param>
/// <param name="There">What the claim says instead; null if only the text says something there.</param>
public sealed record Difference(string? Yours, string? There)
{
    /// <summary>The most words in a difference; longer ones only show that the two are about different things.</summary>
    private const int MostWords = 3;

    /// <summary>Finds differences, in this order: figures and dates, a “not”, opposites, other words, and word order.</summary>
    public static IReadOnlyList<Difference> Between(MatchText yours, MatchText there)
    {
        var found = new List<Difference>();
        var (mine, theirs) = Part(FiguresOf(yours), FiguresOf(there));
        if (mine.Count > 0 && theirs.Count > 0)
        {
            found.Add(new(string.Join(", ", mine), string.Join(", ", theirs)));
        }

        if (yours.IsNegated != there.IsNegated)
        {
            found.Add(yours.IsNegated ? new(NegationIn(yours), null) : new(null, NegationIn(there)));
        }

        var (yourWords, theirWords) = (Wordings.FormsOf(yours), Wordings.FormsOf(there));
        if (Opposites.Find(yourWords, theirWords) is var (one, other))
        {
            found.Add(new(SurfaceOf(yours, one), SurfaceOf(there, other)));
        }
        else if (found.Count == 0 && WordsApart(yours, there) is { } apart)
        {
            found.Add(apart);
        }

        if (found.Count == 0 && Wordings.Between(yours, there) == Agreement.OtherOrder)
        {
            found.Add(new(null, null));
        }

        return found;
    }

    private static List<(string Number, string? Unit, string Surface)> FiguresOf(MatchText text) =>
    [
        .. text.All.Where(t => t.IsNumber || t.IsDate || t.Kind is TermKind.Unit or TermKind.UnitSign).GroupBy(t => t.Start)
            .Where(g => g.Any(t => t.IsNumber))
            .Select(g => (
                string.Join(' ', g.Where(t => t.IsNumber || t.IsDate).Select(t => t.Form)),
                g.Where(t => t.Kind is TermKind.Unit or TermKind.UnitSign).Select(t => t.Form).FirstOrDefault(),
                text.Text[g.Key..g.Max(t => t.End)].Trim())),
    ];

    /// <summary>Returns the figures that only one side has; a unit that one side leaves out makes no difference.</summary>
    private static (List<string> Yours, List<string> There) Part(
        List<(string Number, string? Unit, string Surface)> yours, List<(string Number, string? Unit, string Surface)> there)
    {
        var rest = there.ToList();
        var alone = new List<string>();
        foreach (var (number, unit, surface) in yours)
        {
            var at = rest.FindIndex(r => r.Number == number && r.Unit == unit);
            at = at >= 0 ? at : rest.FindIndex(r => r.Number == number && (r.Unit is null || unit is null));
            if (at >= 0)
            {
                rest.RemoveAt(at);
            }
            else
            {
                alone.Add(surface);
            }
        }

        return (alone, rest.ConvertAll(r => r.Surface));
    }

    private static Difference? WordsApart(MatchText yours, MatchText there)
    {
        var (mine, theirs) = (yours.Terms.Select(t => t.Stem).ToHashSet(), there.Terms.Select(t => t.Stem).ToHashSet());
        var (one, other) = (Alone(yours, theirs), Alone(there, mine));
        return one.Count is 0 or > MostWords || other.Count is 0 or > MostWords ? null : new(string.Join(" … ", one), string.Join(" … ", other));

        static List<string> Alone(MatchText text, HashSet<string> others) =>
            [.. text.Terms.Where(t => !others.Contains(t.Stem)).Select(t => text.Text[t.Start..t.End]).Distinct()];
    }

    private static string NegationIn(MatchText text) =>
        text.All.Where(t => NegatedWords.Contains(t.Form, text.Language)).Select(t => text.Text[t.Start..t.End]).First();

    private static string SurfaceOf(MatchText text, string form) =>
        text.All.Where(t => t.Form == form).Select(t => text.Text[t.Start..t.End]).FirstOrDefault(form);
}
