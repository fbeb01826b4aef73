using System.Text.Json.Nodes;
using FactBot.Domain.Articles;
using FactBot.Domain.Teams;

namespace FactBot.Audit;

/// <summary>An article according to the trail: the cells of its row that the trail covers, and its texts' hashes.</summary>
public sealed class ArticleHistory
{
    private readonly Dictionary<string, object?> cells;
    private readonly List<ArticleText> texts;

    private ArticleHistory(Dictionary<string, object?> cells, List<ArticleText> texts) => (this.cells, this.texts) = (cells, texts);

    /// <summary>The texts it has had, oldest first.</summary>
    public IReadOnlyList<ArticleText> Texts => texts;

    /// <summary>The row's cells by column.</summary>
    internal IReadOnlyDictionary<string, object?> Cells => cells;

    internal static ArticleHistory Of(ArticleAdded added, EventContext context)
    {
        var cells = new Dictionary<string, object?>
        {
            [nameof(Article.Number)] = (long)added.Article,
            [nameof(Article.Title)] = added.Title,
            [nameof(Article.Url)] = added.Url,
            [nameof(Article.AddedBy)] = (long)context.Who.Value,
            [nameof(Article.AddedAt)] = context.At.ToUnixTimeMilliseconds(),
        };
        if (added.About is { } about)
        {
            cells[nameof(Article.Publisher)] = about.Publisher;
            cells[nameof(Article.Byline)] = about.Byline;
            cells[nameof(Article.PublishedAt)] = about.PublishedAt?.ToUnixTimeMilliseconds();
            cells[nameof(Article.Language)] = about.Language;
        }

        return new(cells, [new(1, added.ContentHash, null)]);
    }

    internal static ArticleHistory Of(StateAfterErasure state) => new(
        state.Rows["Articles"]!.AsArray()[0]!.AsObject().ToDictionary(c => c.Key, c => StateAfterErasureRows.CellOf(c.Value)),
        [.. state.Rows[nameof(Texts)]!.AsArray().Select(t => t!.AsObject()).Select(t => new ArticleText(
            t["Number"]!.GetValue<int>(), t["Hash"]!.GetValue<string>(),
            t["ReplacedAt"] is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at.GetValue<long>()) : null))]);

    internal void Change(ArticleChanged change, EventContext context)
    {
        texts[^1] = texts[^1] with { ReplacedAt = context.At };
        cells.Remove(nameof(Article.ContentHash));
        texts.Add(new(change.Revision, change.ContentHash, null));
    }
}

/// <summary>One of the texts an article has had.</summary>
/// <param name="Number">1 for the text as first added.</param>
/// <param name="ReplacedAt">Null for the current text.</param>
public sealed record ArticleText(int Number, string Hash, DateTimeOffset? ReplacedAt);
