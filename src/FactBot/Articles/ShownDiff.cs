using FactBot.Chat;
using FactBot.Text.Revisions;

namespace FactBot.Articles;

/// <summary>Shows people what changed between two passages.</summary>
internal static class ShownDiff
{
    /// <summary>Strikes through removed words and puts added ones in bold.</summary>
    public static Words Of(string before, string after) => Words.Join(" ", WordDiff.Between(before, after).Select<WordRun, Words>(run => run.Kind switch
    {
        WordRunKind.Removed => $"~~{run.Text}~~",
        WordRunKind.Added => $"**{run.Text}**",
        _ => $"{run.Text}",
    }));
}
