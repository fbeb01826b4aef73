using System.Security.Cryptography;
using System.Text;
using FactBot.Domain;

namespace FactBot.Privacy;

/// <summary>
/// An erasure whose traces have yet to be removed from the chat, the database's log and its file. It holds none of the erased
/// data, only hashes to find it by, and is deleted once nothing is found any more.
/// </summary>
public sealed class OpenErasure
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <param name="teamId">The team it belongs to.</param>
    /// <param name="person">The erased person; null for data past its retention period.</param>
    /// <param name="now">When it was erased from the tables.</param>
    /// <param name="night">When the database's file may be rewritten.</param>
    public OpenErasure(TeamId teamId, PersonId? person, DateTimeOffset now, DateTimeOffset night)
    {
        (TeamId, At, RewriteDue, NextTryAt) = (teamId, now, night, now);
        Salt = RandomNumberGenerator.GetHexString(32, lowercase: true);
        PersonHash = person is { } who ? HashOf(who) : null;
    }

    private OpenErasure()
    {
    }

    public long Id { get; private set; }

    public TeamId TeamId { get; private set; }

    /// <summary>When it was erased from the tables.</summary>
    public DateTimeOffset At { get; private set; }

    public string Salt { get; private set; } = "";

    /// <summary>SHA-256 of the salt and the person, so that they can ask about progress; null if it isn't a person's.</summary>
    public string? PersonHash { get; private set; }

    /// <summary>See <see cref="Fingerprints"/>.</summary>
    public string Prints { get; private set; } = "";

    /// <summary>Whether the write-ahead log has been emptied since.</summary>
    public bool IsOutOfLog { get; private set; }

    /// <summary>When the database's file is rewritten; a night later if something was found in it after that.</summary>
    public DateTimeOffset RewriteDue { get; private set; }

    public bool IsRewritten { get; private set; }

    /// <summary>Whether the files were searched after that and contain nothing of it.</summary>
    public bool IsOutOfFiles { get; private set; }

    public DateTimeOffset NextTryAt { get; private set; }

    public int FailedTries { get; private set; }

    /// <summary>Why the last try failed; null when all is well.</summary>
    public string? Trouble { get; private set; }

    public bool IsOf(PersonId person) => PersonHash == HashOf(person);

    public void FindBy(Fingerprints prints) => Prints = prints.ToString();

    public void LeaveLog() => IsOutOfLog = true;

    public void Rewrite() => (IsRewritten, IsOutOfLog) = (true, false);

    public void LeaveFiles() => (IsOutOfFiles, FailedTries, Trouble) = (true, 0, null);

    /// <summary>Records that the files still contain something of it: they are rewritten again the next night.</summary>
    public void StayInFiles(string where, DateTimeOffset night) =>
        (IsRewritten, RewriteDue, FailedTries, Trouble) = (false, night, FailedTries + 1, where);

    /// <summary>Backs off before the next try: 10, 20, 40 … seconds, an hour at most.</summary>
    public void Fail(string why, DateTimeOffset now)
    {
        NextTryAt = now + TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, 10L << Math.Min(FailedTries, 20)));
        (FailedTries, Trouble) = (FailedTries + 1, why);
    }

    private string HashOf(PersonId person) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Salt} {person}")));
}
