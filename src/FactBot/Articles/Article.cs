using System.Security.Cryptography;
using System.Text;
using FactBot.Chat;
using FactBot.Text.Addresses;
using FactBot.Text.Revisions;

namespace FactBot.Articles;

/// <summary>An article that the team reads: its text as it stands now, and what it said before.</summary>
public sealed class Article
{
    public const int MaxTitle = 200;
    public const int MaxPublisher = 100;

    /// <summary>In place of a title and a text that were erased.</summary>
    public const string Erased = "(erased at the wish of who added it)";

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

    /// <summary>Counted per team from 1.</summary>
    public int Number { get; private set; }

    public string Title { get; private set; } = "";

    public string? Url { get; private set; }

    /// <summary>What all addresses of its page have in common; see <see cref="WebAddress.KeyOf"/>.</summary>
    public string? AddressKey { get; private set; }

    public string? Publisher { get; private set; }

    /// <summary>Who wrote it.</summary>
    public string? Byline { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Its language's code, such as <c>en</c>.</summary>
    public string? Language { get; private set; }

    /// <summary>The text as it stands now; what it said before is kept as <see cref="ArticleRevision"/>s.</summary>
    public string Text { get; private set; } = "";

    /// <summary>1 for the text as it was added; each change that is found makes the next.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>SHA-256 of the text in UTF-8, in hexadecimal.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>By which near copies are found; see <see cref="Likeness"/>.</summary>
    public long Fingerprint { get; private set; }

    /// <summary>How its page named its state; see <see cref="Pages.PageVersion"/>.</summary>
    public string? ETag { get; private set; }

    public string? LastModified { get; private set; }

    /// <summary>When its page was last looked at; null for an article that was not fetched, which is never looked at again.</summary>
    public DateTimeOffset? CheckedAt { get; private set; }

    public PersonId AddedBy { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>Its page was looked at and says what it said before, or could not be had.</summary>
    public void Look(DateTimeOffset at) => CheckedAt = at;

    /// <summary>Its page says something else now; gives what it said before.</summary>
    public ArticleRevision Change(string text, Pages.PageVersion version, DateTimeOffset at)
    {
        var before = new ArticleRevision(TeamId, Id, Revision, Text, at);
        (ETag, LastModified, CheckedAt) = (version.ETag, version.LastModified, at);
        Revision++;
        Take(text);
        return before;
    }

    /// <summary>Its text goes, as who pasted it was forgotten and no claim that the team keeps stands in it.</summary>
    public void Erase()
    {
        (Title, Url, AddressKey, Publisher, Byline) = (Erased, null, null, null, null);
        (Text, Fingerprint) = (Erased, 0);
        // Of each its own: the hash of what it said would tell whether somebody guessed it.
        ContentHash = HashOf(Guid.NewGuid().ToString());
    }

    /// <summary>An id in its text was replaced.</summary>
    public void HashAnew() => Take(Text);

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private void Take(string text)
    {
        (Text, ContentHash) = (text, HashOf(text));
        Fingerprint = Likeness.FingerprintOf(text);
    }
}
