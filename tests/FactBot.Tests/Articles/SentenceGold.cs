using FactBot.Text.Sentences;

namespace FactBot.Tests.Articles;

/// <summary>How well sentences are split, held against texts whose sentences stand on a line each, the texts apart by a blank line.</summary>
internal sealed record SentenceGold(int Right, int All, IReadOnlyList<string> Wrong)
{
    private const char NothingBetween = '‿';

    private const char NewLineBetween = '¶';

    /// <summary>
    /// Each place between two sentences, and each that splits one, counts once; it is right where it is a boundary in both.
    /// Texts of one sentence count with their end.
    /// </summary>
    /// <param name="gold">The texts. A line that ends in ‿ is followed by the next without a space, one in ¶ by a new line.</param>
    /// <param name="isUnspaced">Whether its sentences follow each other without a space.</param>
    public static SentenceGold Score(string gold, bool isUnspaced)
    {
        var (right, all) = (0, 0);
        var wrong = new List<string>();
        var between = "";
        foreach (var text in gold.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var joined = "";
            var ends = new HashSet<int>();
            foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                var sentence = line.TrimEnd(NothingBetween, NewLineBetween);
                joined += ends.Count == 0 ? sentence : between + sentence;
                ends.Add(joined.Length);
                between = line[^1] switch { NothingBetween => "", NewLineBetween => "\n", _ => isUnspaced ? "" : " " };
            }

            var found = SentenceSplitter.Split(joined);
            var got = found.Select(s => s.End).ToHashSet();
            right += ends.Count(got.Contains);
            all += ends.Union(got).Count();
            if (!ends.SetEquals(got))
            {
                wrong.Add(string.Join(" | ", found.Select(s => s.In(joined))));
            }
        }

        return new(right, all, wrong);
    }
}
