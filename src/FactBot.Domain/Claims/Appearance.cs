using System.Text.Json.Serialization;
using FactBot.Domain.Articles;
using FactBot.Text.Quotes;
using FactBot.Text.Revisions;

namespace FactBot.Domain.Claims;

/// <summary>
/// The article and position a claim appears in. Without an anchor, the claim is about the article but its words aren't
/// in the text.
/// </summary>
public sealed class Appearance
{
    public Appearance(Article article, TextAnchor? anchor)
    {
        (ArticleId, ArticleNumber) = (article.Id, article.Number);
        (Exact, Prefix, Suffix) = (anchor?.Selector.Exact, anchor?.Selector.Prefix, anchor?.Selector.Suffix);
        (Start, End) = (anchor?.Start, anchor?.End);
    }

    [JsonConstructor]
    private Appearance(
        long articleId, int articleNumber, string? exact, string? prefix, string? suffix, int? start, int? end, string? before = null)
    {
        (ArticleId, ArticleNumber) = (articleId, articleNumber);
        (Exact, Prefix, Suffix, Start, End, Before) = (exact, prefix, suffix, start, end, before);
    }

    public long ArticleId { get; private set; }

    public int ArticleNumber { get; private set; }

    /// <summary>The passage as it is in the article; see <see cref="TextQuoteSelector"/>.</summary>
    public string? Exact { get; private set; }

    public string? Prefix { get; private set; }

    public string? Suffix { get; private set; }

    /// <summary>Where the passage begins, in UTF-16 code units from 0.</summary>
    public int? Start { get; private set; }

    /// <summary>The position after its last character.</summary>
    public int? End { get; private set; }

    /// <summary>The original passage, if a change of the article altered it; null while it is unchanged.</summary>
    public string? Before { get; private set; }

    /// <summary>Selects the passage by its words; null without an anchor.</summary>
    [JsonIgnore]
    public TextQuoteSelector? Selector => IsAnchored ? new(Exact!, Prefix!, Suffix!) : null;

    [JsonIgnore]
    public bool IsAnchored => Start is not null;

    /// <summary>Returns the appearance after a change of the article.</summary>
    public Appearance Follow(AnchorFollow to) => new(
        ArticleId, ArticleNumber, to.Anchor?.Selector.Exact, to.Anchor?.Selector.Prefix, to.Anchor?.Selector.Suffix,
        to.Anchor?.Start, to.Anchor?.End, Before ?? (to.IsSame ? null : Exact));
}
