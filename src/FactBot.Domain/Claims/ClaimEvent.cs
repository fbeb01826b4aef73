using System.Text.Json.Serialization;
using FactBot.Domain.Teams;

namespace FactBot.Domain.Claims;

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
}
