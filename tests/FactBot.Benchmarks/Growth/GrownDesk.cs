using System.Globalization;
using FactBot.Claims;
using FactBot.Domain;
using FactBot.Domain.Articles;
using FactBot.Domain.Assignments;
using FactBot.Domain.Audit;
using FactBot.Domain.Claims;
using FactBot.Domain.Digests;
using FactBot.Domain.Evidence;
using FactBot.Domain.Teams;
using FactBot.Domain.Verdicts;
using FactBot.Domain.Votes;
using FactBot.Host.Storage;
using FactBot.Posts;
using FactBot.Verdicts;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Benchmarks;

/// <summary>
/// The history of a busy team: a claim every 90 seconds up to now, each changed by the domain's own events, so that the audit
/// trail is true. Nine of ten are settled; the last hundredth is in work. All posts stand already.
/// </summary>
internal sealed class GrownDesk(SqliteFactBotDbContext db, RowWriter rows, int count, int ready)
{
    public static readonly TeamId Team = new(900_000_000_000_000_000);
    public static readonly RoleId Reviewers = new(201);
    public static readonly RoleId Editors = new(202);

    private const int ReviewerCount = 40;
    private const int MemberCount = 200;
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(90);
    private static readonly string[] Ratings = ["true", "mostly-true", "mixed", "mostly-false", "false"];
    private static readonly string[] Topics = ["health", "money", "borders", "energy", "schools"];

    private readonly Team team = new(Team);
    private readonly MadeUpText text = new();
    private readonly DateTimeOffset end = TimeProvider.System.GetUtcNow();
    private DateTimeOffset at;
    private long lastRow;
    private ulong message = 1_000;
    private int requests;
    private Article? article;

    public static PersonId Editor(int number) => new(700_000_000_000_000_001 + (ulong)number);

    public static PersonId Reviewer(int number) => new(700_000_000_000_001_000 + (ulong)(number % ReviewerCount));

    public static PersonId Member(int number) => new(700_000_000_000_002_000 + (ulong)(number % MemberCount));

    /// <summary>The first of the claims that are open with a source and nobody on them, which come last.</summary>
    public static int FirstReady(int count) => count + 1;

    public void Write()
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        at = end - (Step * (count + ready + 10));
        SetUp();
        var settled = count - Math.Max(200, count / 100);
        for (var number = 1; number <= count + ready; number++)
        {
            at = Later(end - (Step * (count + ready + 1 - number)));
            if (number == count - (int)(TimeSpan.FromDays(1) / Step))
            {
                Ask();
            }

            var claim = Submit(number);
            if (number <= settled)
            {
                Settle(claim, text.Next(100));
            }
            else if (number <= count)
            {
                Begin(claim, text.Next(10));
            }
            else
            {
                Accept(claim);
            }

            Keep(claim);
        }

        rows.Add(team);
    }

    private void SetUp()
    {
        db.CurrentTeam = Team;
        db.Apply(By(Editor(0)), new DeskSetUp(new TeamSetup(new(101), new(102), new(103), Reviewers, Editors, "Europe/Kyiv", new TimeOnly(9, 0))));
        // Nothing comes by itself while commands are measured.
        db.Apply(By(Editor(0)), new DigestsPaused(null));
        Flush(null);
        for (var i = 0; i < ReviewerCount; i++)
        {
            rows.Add(new Reviewer(Team, Reviewer(i)));
        }
    }

    /// <summary>Posts a digest, so that the next one covers a day.</summary>
    private void Ask()
    {
        var context = By(Editor(0));
        var digest = Digest.AskedFor(Team, context.RequestId!, team.SetUpAt!.Value, context.At);
        db.Record(context, new DigestMade(digest.Kind, digest.Key, digest.Due, digest.From));
        var row = ++lastRow;
        rows.Add(digest, ("Id", row));
        Show(new Post(Team, PostKind.Digest, row, at), team.DigestChannel);
        Flush(null);
    }

    private Claim Submit(int number)
    {
        if (number % 100 == 1)
        {
            AddArticle();
        }

        var by = By(Member(text.Next(MemberCount)));
        var claim = db.Add(by, new ClaimSubmitted(
            team.TakeClaimNumber(), text.Statement(), by.Who, number % 3 == 0 ? text.Name() : null, null,
            number % 10 == 0 ? new Appearance(article!, null) : null));
        db.Entry(claim).State = EntityState.Detached;
        typeof(Claim).GetProperty(nameof(Claim.Id))!.SetValue(claim, (long)number);
        return claim;
    }

    private void AddArticle()
    {
        var by = By(Member(text.Next(MemberCount)));
        var words = string.Join(" ", Enumerable.Range(0, 20).Select(_ => text.Statement()));
        article = new Article(Team, team.TakeArticleNumber(), new ArticleDraft($"What {text.Name()} said about {text.Name()}", words) { Publisher = text.Name() }, by.Who, by.At);
        typeof(Article).GetProperty(nameof(Article.Id))!.SetValue(article, (long)article.Number);
        db.Record(by, new ArticleAdded(
            article.Number, article.ContentHash, article.Title, article.Url, new ArticleFacts(article.Publisher, null, null, null)));
        rows.Add(article, ("Id", (long)article.Number));
    }

    private void Settle(Claim claim, int fate)
    {
        switch (fate)
        {
            case < 4:
                Do(claim, Editor(0), new ClaimRejected("It's an opinion, not a fact that could be checked."));
                break;
            case < 8 when claim.Number > 100:
                Do(claim, Editor(1), new ClaimMarkedDuplicate(1 + text.Next(99)));
                break;
            case < 10:
                Do(claim, claim.SubmittedBy, new ClaimWithdrawn());
                break;
            default:
                Accept(claim);
                Vote(claim, 3, Ratings[text.Next(Ratings.Length)]);
                Do(claim, Editor(0), new VerdictPublished(new VerdictText(
                    claim.AgreedRating!, claim.AgreedRating!, $"The figure is {text.Next(900)} million.", text.Statement(), null)));
                if (fate == 99)
                {
                    Do(claim, Editor(0), new RetractionProposed("The source took it back."));
                    Do(claim, Editor(1), new RetractionApproved("The source took it back."));
                }

                break;
        }
    }

    private void Begin(Claim claim, int progress)
    {
        if (progress < 2)
        {
            return;
        }

        Accept(claim);
        if (progress < 8)
        {
            var (first, due) = (text.Next(ReviewerCount), end.AddDays(60 + text.Next(60)));
            foreach (var i in Enumerable.Range(first, 3))
            {
                Do(claim, Editor(0), new ReviewerAssigned(Reviewer(i), due));
            }

            Vote(claim, text.Next(3), null, first);
        }
        else
        {
            Vote(claim, 3, progress == 8 ? "false" : null);
        }
    }

    private void Accept(Claim claim)
    {
        Do(claim, Editor(claim.Number % 2), new ClaimAccepted());
        if (claim.Number % 5 == 0)
        {
            Do(claim, Editor(0), new TopicsSet([Topics[text.Next(Topics.Length)]]));
        }

        if (claim.Number % 7 == 0)
        {
            Do(claim, Member(claim.Number), new ClaimUpvoted(), isIf: claim.SubmittedBy != Member(claim.Number));
        }

        Do(claim, Reviewer(claim.Number), new SourceAdded(new SourceFacts(
            string.Create(CultureInfo.InvariantCulture, $"https://www.{text.Name().ToLowerInvariant()}.example/{claim.Number}"), Stance.Refutes, text.Name(), null)));
        Do(claim, null, new SourceArchived(1, new PageArchive(at, null, 0, "The site gave no page.")));
    }

    /// <summary>Lets reviewers vote; each rates differently if no rating is given.</summary>
    private void Vote(Claim claim, int votes, string? rating, int? first = null)
    {
        var from = first ?? text.Next(ReviewerCount);
        for (var i = 0; i < votes; i++)
        {
            Do(claim, Reviewer(from + i), new BallotCast(rating ?? Ratings[i * 2], Confidence.High, "The accounts say so.") { Salt = "0123456789abcdef0123456789abcdef" });
        }
    }

    private void Do(Claim claim, PersonId? who, ClaimEvent claimEvent, bool isIf = true)
    {
        if (isIf)
        {
            at = Later(at.AddMilliseconds(1_500));
            db.Apply(By(who), claim, claimEvent);
        }
    }

    /// <summary>Writes the claim with all that belongs to it, and its card.</summary>
    private void Keep(Claim claim)
    {
        var key = ("ClaimId", (object)claim.Id);
        rows.Add(claim, ("Id", claim.Id), (NextLook.Column, (object?)NextLook.Of(claim, at)?.ToUnixTimeMilliseconds() ?? DBNull.Value));
        foreach (var part in claim.Sources.Cast<object>().Concat(claim.Assignments).Concat(claim.Ballots).Concat(claim.Upvotes))
        {
            rows.Add(part, key, ("Id", ++lastRow));
        }

        foreach (var verdict in claim.Verdicts)
        {
            var row = ++lastRow;
            rows.Add(verdict, key, ("Id", row));
            Show(new Post(Team, PostKind.Verdict, row, at), team.VerdictChannel, VerdictCard.RevisionOf(verdict, at));
        }

        var card = new Post(Team, PostKind.Card, claim.Id, claim.SubmittedAt);
        ChannelId thread = new(500_000_000_000_000_000 + (ulong)claim.Number);
        card.AskForThread(at);
        card.Threaded(thread);
        Show(card, team.ReviewChannel, ClaimCard.RevisionOf(claim, at));
        Flush(thread);
    }

    private void Flush(ChannelId? thread)
    {
        foreach (var entry in db.ChangeTracker.Entries<AuditEntry>().Select(e => e.Entity).OrderBy(e => e.Number))
        {
            rows.Add(entry);
        }

        foreach (var post in db.ChangeTracker.Entries<Post>().Select(p => p.Entity))
        {
            Show(post, thread!.Value);
        }

        db.ChangeTracker.Clear();
    }

    private void Show(Post post, ChannelId channel, int revision = 1)
    {
        post.PutIn(channel);
        post.Posted(new MessageId(++message));
        post.Want(revision, at);
        post.Showed(Math.Max(1, revision));
        rows.Add(post);
    }

    private EventContext By(PersonId? who) =>
        new(who, at.TruncateToMilliseconds(), team, who is null ? null : string.Create(CultureInfo.InvariantCulture, $"{800_000_000_000_000_000 + ++requests}"));

    private DateTimeOffset Later(DateTimeOffset time) => time > at ? time : at;
}
