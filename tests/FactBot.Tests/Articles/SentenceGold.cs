using FactBot.Articles;

namespace FactBot.Tests.Articles;

/// <summary>How well sentences are split, held against texts whose sentences stand on a line each, the texts apart by a blank line.</summary>
internal sealed record SentenceGold(int Right, int All, IReadOnlyList<string> Wrong)
{
    /// <summary>
    /// Each place between two sentences, and each that splits one, counts once; it is right where it is a boundary in both.
    /// Texts of one sentence count with their end.
    /// </summary>
    /// <param name="gold">The texts.</param>
    /// <param name="isUnspaced">Whether its sentences follow each other without a space.</param>
    public static SentenceGold Score(string gold, bool isUnspaced)
    {
        var (right, all) = (0, 0);
        var wrong = new List<string>();
        foreach (var text in gold.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var sentences = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var joined = string.Join(isUnspaced ? "" : " ", sentences);
            var ends = new HashSet<int>();
            foreach (var sentence in sentences)
            {
                ends.Add((ends.Count == 0 ? 0 : ends.Max() + (isUnspaced ? 0 : 1)) + sentence.Length);
            }

            var found = Sentences.In(joined);
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
