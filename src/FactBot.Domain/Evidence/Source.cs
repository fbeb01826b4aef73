using FactBot.Text.Addresses;

namespace FactBot.Domain.Evidence;

/// <summary>A piece of evidence: a page or message that supports or refutes a claim, or gives context.</summary>
public sealed class Source
{
    private readonly List<SourceEdit> edits = [];

    public Source(int number, SourceFacts facts, PersonId addedBy, DateTimeOffset addedAt)
    {
        (Number, Url, AddedBy, AddedAt) = (number, facts.Url, addedBy, addedAt);
        (Author, WrittenAt) = (facts.Author, facts.WrittenAt);
        (Stance, Publisher, Quote) = (facts.Stance, facts.Publisher, facts.Quote);
    }

    private Source()
    {
    }

    public long Id { get; private set; }

    /// <summary>Counted per claim from 1.</summary>
    public int Number { get; private set; }

    public string Url { get; private set; } = "";

    public string? Publisher { get; private set; }

    public string? Quote { get; private set; }

    public Stance Stance { get; private set; }

    /// <summary>The author, if it's a chat message.</summary>
    public PersonId? Author { get; private set; }

    /// <summary>When it was written, if it's a chat message.</summary>
    public DateTimeOffset? WrittenAt { get; private set; }

    public PersonId AddedBy { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>Why it no longer counts; null while it does.</summary>
    public string? StruckFor { get; private set; }

    public PersonId? StruckBy { get; private set; }

    public DateTimeOffset? StruckAt { get; private set; }

    /// <summary>How its page was kept; null until that was tried.</summary>
    public PageArchive? Archive { get; private set; }

    /// <summary>Its earlier details, oldest first.</summary>
    public IReadOnlyList<SourceEdit> Edits => edits;

    public bool IsStruck => StruckFor is not null;

    /// <summary>Sources of the same site count once towards the number a claim needs.</summary>
    public string Site => WebSite.Of(Url);

    public void Edit(SourceFacts facts, PersonId by, DateTimeOffset at)
    {
        edits.Add(new SourceEdit(Stance, Publisher, Quote, by, at));
        (Stance, Publisher, Quote) = (facts.Stance, facts.Publisher, facts.Quote);
    }

    public void Strike(string reason, PersonId by, DateTimeOffset at) => (StruckFor, StruckBy, StruckAt) = (reason, by, at);

    /// <summary>Erases the message's text, current and earlier quotes alike, because its author was erased.</summary>
    /// <param name="whyNot">What people read about why the message isn't kept.</param>
    public void Erase(string whyNot, DateTimeOffset at)
    {
        (Quote, Archive) = (null, new PageArchive(at, null, 0, whyNot));
        foreach (var edit in edits.Where(e => e.Quote is not null).ToList())
        {
            edits[edits.IndexOf(edit)] = edit with { Quote = null };
        }
    }

    public void Keep(PageArchive archive) => Archive = archive;
}

/// <summary>A source's details before a change.</summary>
/// <param name="By">The person who changed them.</param>
/// <param name="At">When they were changed.</param>
public sealed record SourceEdit(Stance Stance, string? Publisher, string? Quote, PersonId By, DateTimeOffset At);

/// <summary>How the page of a source was kept: its text's hash, or why there is none.</summary>
/// <param name="Hash">SHA-256 of the text in UTF-8, in hexadecimal; see <see cref="KeptText"/>.</param>
/// <param name="Length">The length of the text, in characters.</param>
/// <param name="WhyNot">Why it could not be kept.</param>
public sealed record PageArchive(DateTimeOffset At, string? Hash, int Length, string? WhyNot);
