using FactBot.Articles;
using FactBot.Chat;
using FactBot.Claims;
using FactBot.Teams;

namespace FactBot.Audit;

/// <summary>
/// A team's desk rebuilt from its audit trail alone: its rules and claims, with their sources, assignments, ballots and
/// verdicts, and which texts its articles had. The texts of articles and kept pages are not in the trail; their hashes are.
/// </summary>
public sealed class Replay
{
    private readonly Dictionary<int, Claim> claims = [];

    private readonly Dictionary<int, List<string>> articles = [];

    private Replay(TeamId teamId) => Team = new Team(teamId);

    public Team Team { get; }

    /// <summary>By their numbers: those of whose trail nothing was erased.</summary>
    public IReadOnlyDictionary<int, Claim> Claims => claims;

    /// <summary>The hashes of the texts that each article had, by its number, the first text first.</summary>
    public IReadOnlyDictionary<int, List<string>> Articles => articles;

    /// <summary>Does every deed of a trail again, in its order. Entries without a deed are passed over.</summary>
    /// <exception cref="InvalidDataException">A deed did not lead to the stage that the trail says.</exception>
    public static Replay Of(TeamId teamId, IEnumerable<AuditEntry> trail)
    {
        var replay = new Replay(teamId);
        foreach (var entry in trail)
        {
            replay.Do(entry);
        }

        return replay;
    }

    private void Do(AuditEntry entry)
    {
        var act = new Act(entry.Who, entry.At, Team, entry.RequestId) { Edition = entry.Deed?.Edition ?? 0 };
        switch (entry.Deed)
        {
            case null when entry.HasLostDetails:
                foreach (var lost in claims.Values.Where(c => entry.Subject == $"claim {c.Name}").ToList())
                {
                    claims.Remove(lost.Number);
                }

                break;
            case TeamDeed deed:
                deed.ApplyTo(Team, act);
                break;
            case ArticleAdded added:
                articles[added.Article] = [added.ContentHash];
                break;
            case ArticleChanged change when articles.TryGetValue(change.Article, out var texts):
                texts.Add(change.ContentHash);
                break;
            case ClaimSubmitted submission:
                claims[submission.Number] = new Claim(submission, act);
                break;
            case ClaimDeed deed when claims.TryGetValue(deed.Claim, out var claim):
                var before = claim.Stage;
                deed.ApplyTo(claim, act);
                if (claim.Stage != (deed.LedTo ?? before))
                {
                    throw new InvalidDataException(
                        $"Entry {entry.Number}: {deed.Action} {claim.Name} led to {claim.Stage}, and the trail says {deed.LedTo ?? before}.");
                }

                break;
            default:
                break;
        }
    }
}
