using System.Text.Json.Serialization;
using FactBot.Chat;
using FactBot.Claims;

namespace FactBot.Audit;

/// <summary>An event in the life of a claim.</summary>
public abstract record ClaimEvent : DeskEvent
{
    /// <summary>The claim's number.</summary>
    public int Claim { get; init; }

    /// <summary>The stage the claim moved to; null if it stayed where it was.</summary>
    public Stage? LedTo { get; init; }

    /// <summary>Reviewers whose votes were missing when this ended the round; null if none, or if it ended none.</summary>
    public IReadOnlyList<PersonId>? Released { get; init; }

    /// <summary>Whether it decides nothing about the claim, so that even a recused person may cause it.</summary>
    [JsonIgnore]
    public virtual bool DecidesNothing => false;

    /// <summary>Applies the event. Refuses, without changing anything, if the rules don't allow it.</summary>
    public abstract void ApplyTo(Claim claim, EventContext context);

    /// <summary>Returns the notice for the claim's thread; null if there is nobody to notify, or no longer.</summary>
    public virtual Notice? NoticeOn(Claim claim) => null;

    /// <summary>Returns when the notice is due.</summary>
    public virtual DateTimeOffset NoticeDue(Claim claim, EventContext context) => context.At;
}

/// <summary>A notice for a claim's thread.</summary>
/// <param name="Text">Mentions the people it pings.</param>
/// <param name="To">The people it pings.</param>
public sealed record Notice(Words Text, params IReadOnlyList<PersonId> To);
