using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FactBot.Chat;
using FactBot.Storage;

namespace FactBot.Audit;

/// <summary>Who did what, and to what; never anybody's words and never a sealed rating.</summary>
/// <param name="Who">Null for what the desk did by itself.</param>
/// <param name="Action">In the past tense, such as “accepted”.</param>
/// <param name="Subject">Such as <c>claim #12</c>.</param>
/// <param name="RequestId">The request that asked for it; unique in the team, so that it is done once.</param>
/// <param name="Deed">What was done, in full: it holds people's words and ratings, and is shown to nobody as it is.</param>
public sealed record AuditFact(PersonId? Who, string Action, string Subject, string? RequestId, Deed? Deed = null);

/// <summary>One entry of a team's audit trail: append-only, each carrying the hash of the one before.</summary>
public sealed class AuditEntry
{
    private const int SaltDigits = 32;

    /// <summary>Adds to the trail after the entry whose hash is given; empty for the first.</summary>
    public AuditEntry(TeamId teamId, int number, DateTimeOffset at, AuditFact fact, string previous)
    {
        (TeamId, Number, Previous) = (teamId, number, previous);
        At = at.Kept();
        (Who, Action, Subject, RequestId) = (fact.Who, fact.Action, fact.Subject, fact.RequestId);
        WhoSalt = Who is null ? null : RandomNumberGenerator.GetHexString(SaltDigits, lowercase: true);
        WhoHash = Who is null ? null : HashOf($"{WhoSalt} {Who}");
        Details = fact.Deed is null ? null : DeedJson.Write(fact.Deed);
        DetailsHash = Details is null ? null : HashOf(Details);
        Hash = ComputeHash();
    }

    private AuditEntry()
    {
    }

    public TeamId TeamId { get; private set; }

    /// <summary>1 for a team's first entry, without gaps.</summary>
    public int Number { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Null for what the desk did by itself; a pseudonym once the person was forgotten.</summary>
    public PersonId? Who { get; private set; }

    /// <summary>Goes into the hash with the person, so that nobody can guess them from it; null once they were forgotten.</summary>
    public string? WhoSalt { get; private set; }

    /// <summary>SHA-256 of the salt and the person; the chain holds it in their place, so that forgetting them leaves the chain whole.</summary>
    public string? WhoHash { get; private set; }

    public string Action { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public string? RequestId { get; private set; }

    /// <summary>The deed as JSON; null where there was none, or where it was erased.</summary>
    public string? Details { get; private set; }

    /// <summary>SHA-256 of the details; the chain holds it in their place, so that erasing them leaves the chain whole.</summary>
    public string? DetailsHash { get; private set; }

    /// <summary>Whether it names who was written, or a pseudonym in their place.</summary>
    public bool HasTrueWho => WhoSalt is null ? (Who is null) == (WhoHash is null) : HashOf($"{WhoSalt} {Who}") == WhoHash;

    /// <summary>Whether the person was forgotten or the details were erased since it was written.</summary>
    public bool IsErased => HasLostDetails || (WhoSalt is null && WhoHash is not null && WhoHash != Who?.ToString());

    /// <summary>Whether there were details that were erased since.</summary>
    public bool HasLostDetails => Details is null && DetailsHash is not null;

    /// <summary>Whether the details are those that were written, or were erased.</summary>
    public bool HasTrueDetails => Details is null || HashOf(Details) == DetailsHash;

    /// <summary>The deed in full; null where there was none, or where it was erased.</summary>
    public Deed? Deed => Details is null ? null : DeedJson.Read(Details);

    /// <summary>The hash of the entry before.</summary>
    public string Previous { get; private set; } = "";

    /// <summary>SHA-256, in hexadecimal, over the entry as a JSON array of strings that ends with the hash before.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The hash that the entry's content should have.</summary>
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
