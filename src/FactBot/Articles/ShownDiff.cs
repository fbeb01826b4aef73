using FactBot.Chat;
using FactBot.Text.Revisions;

namespace FactBot.Articles;

/// <summary>What has changed between two passages, for people to read.</summary>
internal static class ShownDiff
{
    /// <summary>The words that are gone struck through, those that are new in bold, and the others as they are.</summary>
    public static Words Of(string before, string after) => Words.Join(" ", WordDiff.Between(before, after).Select<WordRun, Words>(run => run.Kind switch
    {
        WordRunKind.Gone => $"~~{run.Text}~~",
        WordRunKind.New => $"**{run.Text}**",
        _ => $"{run.Text}",
    }));
}
