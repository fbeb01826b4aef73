using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace FactBot.Domain.Audit;

/// <summary>A fact to record: who did what, and to what. Never includes anyone's text or a sealed rating.</summary>
/// <param name="Who">The person; null if the bot did it by itself.</param>
/// <param name="Action">In the past tense, such as “accepted”.</param>
/// <param name="Subject">Such as <c>claim #12</c>.</param>
/// <param name="RequestId">The request that caused it; unique in the team, so that a retry isn't recorded twice.</param>
/// <param name="Details">The event as JSON. It holds people's texts and ratings, so it is never shown as it is.</param>
public sealed record AuditFact(PersonId? Who, string Action, string Subject, string? RequestId, string? Details = null);

/// <summary>An entry of a team's append-only audit trail; each entry carries the hash of the one before.</summary>
public sealed class AuditEntry
{
    private const int SaltDigits = 32;

    /// <summary>Creates the entry that follows the one with the given hash; empty for the first entry.</summary>
    public AuditEntry(TeamId teamId, int number, DateTimeOffset at, AuditFact fact, string previous)
    {
        (TeamId, Number, Previous) = (teamId, number, previous);
        At = at.TruncateToMilliseconds();
        (Who, Action, Subject, RequestId) = (fact.Who, fact.Action, fact.Subject, fact.RequestId);
        WhoSalt = Who is null ? null : RandomNumberGenerator.GetHexString(SaltDigits, lowercase: true);
        WhoHash = Who is null ? null : HashOf($"{WhoSalt} {Who}");
        Details = fact.Details;
        DetailsHash = Details is null ? null : HashOf(Details);
        Hash = ComputeHash();
    }

    private AuditEntry()
    {
    }

    public TeamId TeamId { get; private set; }

    /// <summary>1 for a team's first entry; there are no gaps.</summary>
    public int Number { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Null if the bot did it by itself; a pseudonym once the person was erased.</summary>
    public PersonId? Who { get; private set; }

    /// <summary>Hashed together with the person, so that the hash doesn't reveal them; null once they were erased.</summary>
    public string? WhoSalt { get; private set; }

    /// <summary>SHA-256 of salt and person; the chain covers this in the person's place, so erasure keeps it valid.</summary>
    public string? WhoHash { get; private set; }

    public string Action { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public string? RequestId { get; private set; }

    /// <summary>The event as JSON; null if there was none or it was erased.</summary>
    public string? Details { get; private set; }

    /// <summary>SHA-256 of the details. The chain covers this instead of the details, so that erasure keeps it valid.</summary>
    public string? DetailsHash { get; private set; }

    /// <summary>Whether it names the person originally recorded, or their pseudonym.</summary>
    public bool HasTrueWho => WhoSalt is null ? (Who is null) == (WhoHash is null) : HashOf($"{WhoSalt} {Who}") == WhoHash;

    /// <summary>Whether the person or the details have been erased since it was written.</summary>
    public bool IsErased => HasLostDetails || (WhoSalt is null && WhoHash is not null && WhoHash != Who?.ToString());

    /// <summary>Whether it had details that have since been erased.</summary>
    public bool HasLostDetails => Details is null && DetailsHash is not null;

    /// <summary>Whether the details are as originally written, or were erased.</summary>
    public bool HasTrueDetails => Details is null || HashOf(Details) == DetailsHash;

    /// <summary>The hash of the previous entry.</summary>
    public string Previous { get; private set; } = "";

    /// <summary>SHA-256, in hexadecimal, of the entry as a JSON array of strings that ends with the previous hash.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Computes the hash the entry's content should have.</summary>
    public string ComputeHash()
    {
        string[] parts =
        [
            TeamId.ToString(),
            Number.ToString(CultureInfo.InvariantCulture),
            At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            WhoHash ?? "",
            Action,
            Subject,
            RequestId ?? "",
            .. DetailsHash is null ? Array.Empty<string>() : [DetailsHash],
            Previous,
        ];
        return HashOf(JsonSerializer.Serialize(parts));
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
