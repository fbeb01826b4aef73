namespace FactBot.Domain.Articles;

/// <summary>An event of an article. The trail holds the text's hash, not the text, so that a kept text can be verified.</summary>
/// <param name="Article">The article's number.</param>
/// <param name="Revision">1 for the text as it was added.</param>
/// <param name="ContentHash">The hash of that revision's text; see <see cref="Articles.Article.ContentHash"/>.</param>
public abstract record ArticleEvent(int Article, int Revision, string ContentHash) : DeskEvent;

/// <param name="About">Null in trails that began before this was recorded.</param>
public sealed record ArticleAdded(int Article, string ContentHash, string Title, string? Url, ArticleFacts? About = null)
    : ArticleEvent(Article, 1, ContentHash);

/// <summary>What else is known about an article.</summary>
public sealed record ArticleFacts(string? Publisher, string? Byline, DateTimeOffset? PublishedAt, string? Language);

public sealed record ArticleChanged(int Article, int Revision, string ContentHash) : ArticleEvent(Article, Revision, ContentHash);
