using FactBot.Domain.Verdicts;

namespace FactBot.Domain.Claims;

/// <summary>What a claim's rules refuse; a new one needs words in <c>ClaimRefusalWords</c>.</summary>
public abstract record ClaimRefusal(Claim Claim) : Refusal;

/// <summary>The claim's stage doesn't allow the action.</summary>
public sealed record WrongStage(Claim Claim, ClaimAction Action) : ClaimRefusal(Claim);

/// <summary>The person submitted the claim, and so may not review it or vote on it.</summary>
public sealed record OwnClaim(Claim Claim, PersonId Person, ClaimAction Action) : ClaimRefusal(Claim);

/// <summary>The person is recused from the claim, and so may not review it or vote on it.</summary>
public sealed record Recused(Claim Claim, PersonId Person, ClaimAction Action) : ClaimRefusal(Claim);

/// <summary>Whoever is recused from a claim changes nothing about it.</summary>
public sealed record RecusedChange(Claim Claim) : ClaimRefusal(Claim);

public sealed record RecusedAlready(Claim Claim) : ClaimRefusal(Claim);

/// <summary>The claim's submitter doesn't review it anyway.</summary>
public sealed record SubmitterRecusal(Claim Claim) : ClaimRefusal(Claim);

// Triage.

public sealed record DuplicateOfItself(Claim Claim) : ClaimRefusal(Claim);

/// <summary>The claim given as the original is a duplicate itself.</summary>
public sealed record OriginalIsDuplicate(Claim Claim) : ClaimRefusal(Claim);

/// <summary>The claim given as the original was split.</summary>
public sealed record OriginalIsSplit(Claim Claim) : ClaimRefusal(Claim);

/// <summary>Only its submitter withdraws a claim.</summary>
public sealed record NotSubmitter(Claim Claim) : ClaimRefusal(Claim);

/// <summary>A claim with votes can't be withdrawn.</summary>
public sealed record HasVotes(Claim Claim) : ClaimRefusal(Claim);

public sealed record UpvotedAlready(Claim Claim) : ClaimRefusal(Claim);

// Assignments.

/// <summary>A new round needs a reviewer who hasn't voted yet.</summary>
public sealed record NotNewToRound(Claim Claim, PersonId Reviewer) : ClaimRefusal(Claim);

public sealed record AssignedAlready(Claim Claim, PersonId Reviewer) : ClaimRefusal(Claim);

/// <summary>The person who wants to take the claim has it already.</summary>
public sealed record TakenAlready(Claim Claim) : ClaimRefusal(Claim);

/// <summary>The person it is to be handed to has it already.</summary>
public sealed record HandedToReviewer(Claim Claim, PersonId Reviewer) : ClaimRefusal(Claim);

/// <summary>Only an editor opens a new round on a disputed claim.</summary>
public sealed record RoundNeedsEditor(Claim Claim) : ClaimRefusal(Claim);

/// <summary>All places of the round are taken.</summary>
public sealed record PanelFull(Claim Claim) : ClaimRefusal(Claim);

/// <param name="IsAsker">Whether the reviewer asked this themselves.</param>
public sealed record NotAssigned(Claim Claim, PersonId Reviewer, bool IsAsker) : ClaimRefusal(Claim);

/// <summary>The reviewer has voted, so there is no assignment to end.</summary>
public sealed record VotedAlready(Claim Claim, PersonId Reviewer) : ClaimRefusal(Claim);

// Sources.

/// <param name="Number">The number of the source with the same address.</param>
public sealed record SourceKnown(Claim Claim, int Number) : ClaimRefusal(Claim);

public sealed record NoSuchSource(Claim Claim, int Number) : ClaimRefusal(Claim);

public sealed record SourceStruckAlready(Claim Claim, int Number) : ClaimRefusal(Claim);

// Votes.

/// <param name="Needed">Sources from different sites needed before anyone votes.</param>
/// <param name="Have">Those there are.</param>
public sealed record SourcesMissing(Claim Claim, int Needed, int Have) : ClaimRefusal(Claim);

/// <summary>The round still waits for votes.</summary>
public sealed record RoundGoesOn(Claim Claim) : ClaimRefusal(Claim);

// Verdicts.

/// <summary>A verdict needs at least one source.</summary>
public sealed record VerdictWithoutSource(Claim Claim) : ClaimRefusal(Claim);

/// <summary>The reviewers agreed on a rating other than the one given.</summary>
public sealed record OtherRatingAgreed(Claim Claim) : ClaimRefusal(Claim);

/// <summary>Without agreement there is no rating to publish.</summary>
public sealed record ReviewersDivided(Claim Claim) : ClaimRefusal(Claim);

public sealed record DecisionWithoutReason(Claim Claim) : ClaimRefusal(Claim);

public sealed record DecisionNeedsSecond(Claim Claim) : ClaimRefusal(Claim);

public sealed record RetractionNeedsSecond(Claim Claim) : ClaimRefusal(Claim);

/// <summary>The correction says what the verdict says already.</summary>
public sealed record CorrectionWithoutChange(Claim Claim) : ClaimRefusal(Claim);

/// <summary>No proposal awaits a second person.</summary>
public sealed record NothingProposed(Claim Claim) : ClaimRefusal(Claim);

/// <summary>Whoever proposed it can't approve it.</summary>
public sealed record OwnProposal(Claim Claim, ProposalKind Kind) : ClaimRefusal(Claim);

/// <summary>Whoever submitted the claim can't approve what is proposed about it.</summary>
public sealed record ProposalOnOwnClaim(Claim Claim) : ClaimRefusal(Claim);
