using System.Security.Cryptography;
using System.Text;
using FactBot.Text.Addresses;
using FactBot.Text.Revisions;

namespace FactBot.Domain.Articles;

/// <summary>An article that the team reads: its current text and what is known about it.</summary>
public sealed class Article
{
    public const int MaxTitle = 200;
    public const int MaxPublisher = 100;

    public Article(TeamId teamId, int number, ArticleDraft draft, PersonId addedBy, DateTimeOffset addedAt)
    {
        (TeamId, Number, Title, AddedBy, AddedAt) = (teamId, number, draft.Title, addedBy, addedAt);
        (Url, Publisher, Byline, PublishedAt, Language) = (draft.Url, draft.Publisher, draft.Byline, draft.Published, draft.Language);
        AddressKey = draft.Url is null ? null : WebAddress.KeyOf(draft.Url);
        (ETag, LastModified) = (draft.Version?.ETag, draft.Version?.LastModified);
        CheckedAt = draft.Version is null ? null : addedAt;
        Take(draft.Text);
    }

    private Article()
    {
    }

    public long Id { get; private set; }

    public TeamId TeamId { get; private set; }

    /// <summary>Numbered per team, from 1.</summary>
    public int Number { get; private set; }

    public string Title { get; private set; } = "";

    public string? Url { get; private set; }

    /// <summary>The key that all addresses of its page share; see <see cref="WebAddress.KeyOf"/>.</summary>
    public string? AddressKey { get; private set; }

    public string? Publisher { get; private set; }

    /// <summary>The authors' names.</summary>
    public string? Byline { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>The language's code, such as <c>en</c>.</summary>
    public string? Language { get; private set; }

    /// <summary>The current text; earlier ones are kept as <see cref="ArticleRevision"/>s.</summary>
    public string Text { get; private set; } = "";

    /// <summary>1 for the text as it was added; each detected change increments it.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>SHA-256 of the text in UTF-8, in hexadecimal.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>The fingerprint that finds near copies; see <see cref="Likeness"/>.</summary>
    public long Fingerprint { get; private set; }

    /// <summary>The page's ETag header; see <see cref="PageVersion"/>.</summary>
    public string? ETag { get; private set; }

    public string? LastModified { get; private set; }

    /// <summary>When the page was last checked; null for an article that wasn't fetched, which is never checked.</summary>
    public DateTimeOffset? CheckedAt { get; private set; }

    public PersonId AddedBy { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>Notes that the page was checked and either hasn't changed or couldn't be fetched.</summary>
    public void Look(DateTimeOffset at) => CheckedAt = at;

    /// <summary>Takes the page's new text; returns the previous revision.</summary>
    public ArticleRevision Change(string text, PageVersion version, DateTimeOffset at)
    {
        var before = new ArticleRevision(TeamId, Id, Revision, Text, at);
        (ETag, LastModified, CheckedAt) = (version.ETag, version.LastModified, at);
        Revision++;
        Take(text);
        return before;
    }

    /// <summary>Erases an article whose contributor was forgotten and that no claim kept by the team quotes.</summary>
    /// <param name="replacement">What people read in place of the title and the text.</param>
    public void Erase(string replacement)
    {
        (Title, Url, AddressKey, Publisher, Byline) = (replacement, null, null, null, null);
        (Text, Fingerprint) = (replacement, 0);
        // A unique hash: the hash of the old text would let people verify a guess at it.
        ContentHash = HashOf(Guid.NewGuid().ToString());
    }

    /// <summary>Updates the hash and fingerprint after an id in the text was replaced.</summary>
    public void HashAnew() => Take(Text);

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private void Take(string text)
    {
        (Text, ContentHash) = (text, HashOf(text));
        Fingerprint = Likeness.FingerprintOf(text);
    }
}
