using FactBot.Audit;

namespace FactBot.Articles;

/// <summary>What became of an article. Its text is not in the trail; its hash is, so that a kept text can be held against it.</summary>
/// <param name="Article">Its number.</param>
/// <param name="Revision">1 for the text as it was added.</param>
/// <param name="ContentHash">Of the text of that revision; see <see cref="Articles.Article.ContentHash"/>.</param>
public abstract record ArticleEvent(int Article, int Revision, string ContentHash) : DeskEvent;

/// <param name="About">Null in a trail that was begun before it told this.</param>
public sealed record ArticleAdded(int Article, string ContentHash, string Title, string? Url, ArticleFacts? About = null)
    : ArticleEvent(Article, 1, ContentHash)
{
    public override string Action => "added";
}

/// <summary>What else is known about an article.</summary>
public sealed record ArticleFacts(string? Publisher, string? Byline, DateTimeOffset? PublishedAt, string? Language);

public sealed record ArticleChanged(int Article, int Revision, string ContentHash) : ArticleEvent(Article, Revision, ContentHash)
{
    public override string Action => "found changed";
}
