namespace FactBot.Domain.Articles;

/// <summary>An earlier text of an article; never overwritten.</summary>
public sealed class ArticleRevision(TeamId teamId, long articleId, int number, string text, DateTimeOffset replacedAt)
{
    public long Id { get; private set; }

    public TeamId TeamId { get; private set; } = teamId;

    public long ArticleId { get; private set; } = articleId;

    /// <summary>Numbered per article from 1, the text as it was added.</summary>
    public int Number { get; private set; } = number;

    public string Text { get; private set; } = text;

    /// <summary>When the change was detected.</summary>
    public DateTimeOffset ReplacedAt { get; private set; } = replacedAt;
}
