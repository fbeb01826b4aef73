using FactBot.Domain.Articles;
using FactBot.Domain.Assignments;
using FactBot.Domain.Claims;
using FactBot.Domain.Digests;
using FactBot.Domain.Teams;
using FactBot.Domain.Verdicts;
using FactBot.Posts;

namespace FactBot.Audit;

/// <summary>
/// The columns and tables the trail doesn't cover, each with the reason. Every other column of a compared table is checked
/// against the trail, including columns added later.
/// </summary>
public static class RecordColumns
{
    /// <summary>Reasons by table and column.</summary>
    public static IReadOnlyDictionary<(string Table, string Column), string> Untold { get; } = new Dictionary<(string, string), string>
    {
        [("Teams", nameof(Team.Version))] = "counts changes, to find two made at once; it's held against the trail's length instead",
        [("Claims", nameof(Claim.Revision))] = "counts what the card has to show; another number has the card posted once more, or later",
        [("Teams", NextLook.Column)] = "when the loop next looks at its digests; another time has it look in vain, or later",
        [("Claims", NextLook.Column)] = "when the loop next looks at the claim; another time has it look in vain, or later",
        [("Claims", "Appearance_ArticleId")] = "the database's own number of the article; it's held against the article's number instead",
        [("Verdicts", nameof(Verdict.Revision))] = "counts what the post has to show; another number has it edited once more, or later",
        [("Articles", nameof(Article.AddressKey))] = "made from the address by the version of FactBot that added it, to find the same page again",
        [("Articles", nameof(Article.Fingerprint))] = "made from the text by the version of FactBot that read it, to find near copies",
        [("Articles", nameof(Article.ETag))] = "how the article's page named its state; another has it fetched whole once more",
        [("Articles", nameof(Article.LastModified))] = "how the article's page named its state; another has it fetched whole once more",
        [("Articles", nameof(Article.CheckedAt))] = "when the page was last looked at, which happens every day",
        [("Reviewers", nameof(Reviewer.HasRole))] = "what was last seen of the person's roles; Discord tells it anew with each command",
        [("Reviewers", nameof(Reviewer.ServedAt))] = "who was asked last, to spread the work; the assignments tell it",
        [("Reviewers", nameof(Reviewer.WantsDigest))] = "ends by itself where no message reaches the person, of which the trail doesn't tell",
        [("Digests", nameof(Digest.Reader))] = "whose own digest it was: the trail doesn't tell it, so that it can be forgotten",
    };

    /// <summary>Tables the trail doesn't cover at all.</summary>
    public static IReadOnlyDictionary<string, string> UntoldTables { get; } = new Dictionary<string, string>
    {
        ["Audit"] = "the trail itself, held against its hashes",
        ["Posts"] = "what Discord shows: made from the record, and mended from it; notices are held against the trail's length",
        ["Wordings"] = "words that weren't submitted, by which the claim they repeat is found",
        ["DuplicateSuggestions"] = "words that weren't submitted: examples from which the team's own weights are learned",
        ["SuggestionFeedback"] = "which suggested sentences were found worth checking: examples from which the team's own weights are learned",
        ["KeptMessages"] = "messages that may become evidence; the trail tells of those that did",
        ["OpenErasures"] = "what is still to be erased from this database's files",
        ["PageTries"] = "work under way: tries at pages that came to no end yet",
        ["QuotaUses"] = "how much of their daily quotas people have used; attempts that the trail does not tell count too",
        ["SetupDrafts"] = "answers to a setup that isn't finished",
    };

    /// <summary>The columns of an article that the trail records after an erasure, besides its texts.</summary>
    internal static IReadOnlySet<string> AreToldOfArticles { get; } = new HashSet<string>
    {
        nameof(Article.Number), nameof(Article.Title), nameof(Article.Url), nameof(Article.Publisher),
        nameof(Article.Byline), nameof(Article.PublishedAt), nameof(Article.Language), nameof(Article.AddedBy), nameof(Article.AddedAt),
        nameof(Article.ContentHash),
    };

    /// <summary>Whether a column is a key assigned by the database; the order that results from it is compared.</summary>
    public static bool IsKey(string column) => column is "Id" or "ClaimId" or "ArticleId";
}
