using System.Text.Json.Serialization;
using FactBot.Chat;
using FactBot.Claims;

namespace FactBot.Audit;

/// <summary>Something that was done to a claim.</summary>
public abstract record ClaimDeed : Deed
{
    /// <summary>The claim's number.</summary>
    public int Claim { get; init; }

    /// <summary>The stage that the claim came into; null where it stayed in its own.</summary>
    public Stage? LedTo { get; init; }

    /// <summary>Whose votes were still missing when it ended the round; null where it ended none, or none was missing.</summary>
    public IReadOnlyList<PersonId>? Released { get; init; }

    /// <summary>Whether it decides nothing about the claim, so that also who keeps out of it may bring it about.</summary>
    [JsonIgnore]
    public virtual bool DecidesNothing => false;

    /// <summary>Does it; a refusal where the rules do not allow it, and then nothing has changed.</summary>
    public abstract void ApplyTo(Claim claim, Act act);

    /// <summary>What the claim's thread is told of it; null where nobody has to be told, or no longer.</summary>
    public virtual Notice? NoticeOn(Claim claim) => null;

    /// <summary>When the thread is told.</summary>
    public virtual DateTimeOffset NoticeDue(Claim claim, Act act) => act.At;
}

/// <summary>What is told in a claim's thread.</summary>
/// <param name="Text">It names who is pinged.</param>
/// <param name="To">Who is pinged.</param>
public sealed record Notice(Words Text, params IReadOnlyList<PersonId> To);
