using System.Text.Json.Serialization;
using FactBot.Articles;
using FactBot.Assignments;
using FactBot.Claims;
using FactBot.Digests;
using FactBot.Evidence;
using FactBot.Teams;
using FactBot.Verdicts;
using FactBot.Votes;

namespace FactBot.Audit;

/// <summary>
/// An event in a team, with everything needed to apply it again. The audit trail keeps every event, so that
/// <see cref="Replay"/> can rebuild the team from it. Never rename an event or remove its properties: old trails use them.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(DeskSetUp), "desk-set-up")]
[JsonDerivedType(typeof(SettingChanged), "setting-changed")]
[JsonDerivedType(typeof(DigestsScheduled), "digests-scheduled")]
[JsonDerivedType(typeof(DigestsPaused), "digests-paused")]
[JsonDerivedType(typeof(DigestsResumed), "digests-resumed")]
[JsonDerivedType(typeof(PersonForgotten), "person-forgotten")]
[JsonDerivedType(typeof(PastErased), "past-erased")]
[JsonDerivedType(typeof(SealedLeftOut), "sealed-left-out")]
[JsonDerivedType(typeof(ClaimStands), "claim-stands")]
[JsonDerivedType(typeof(ArticleStands), "article-stands")]
[JsonDerivedType(typeof(BallotsStand), "ballots-stand")]
[JsonDerivedType(typeof(DigestMade), "digest-made")]
[JsonDerivedType(typeof(TopicsChosen), "topics-chosen")]
[JsonDerivedType(typeof(WentAway), "went-away")]
[JsonDerivedType(typeof(ArticleAdded), "article-added")]
[JsonDerivedType(typeof(ArticleChanged), "article-changed")]
[JsonDerivedType(typeof(ClaimSubmitted), "claim-submitted")]
[JsonDerivedType(typeof(ClaimAccepted), "claim-accepted")]
[JsonDerivedType(typeof(ClaimRejected), "claim-rejected")]
[JsonDerivedType(typeof(ClaimMarkedDuplicate), "claim-marked-duplicate")]
[JsonDerivedType(typeof(ClaimSplit), "claim-split")]
[JsonDerivedType(typeof(ClaimWithdrawn), "claim-withdrawn")]
[JsonDerivedType(typeof(ClaimUpvoted), "claim-upvoted")]
[JsonDerivedType(typeof(ClaimPrioritised), "claim-prioritised")]
[JsonDerivedType(typeof(TopicsSet), "topics-set")]
[JsonDerivedType(typeof(ClaimReopened), "claim-reopened")]
[JsonDerivedType(typeof(PassageFollowed), "passage-followed")]
[JsonDerivedType(typeof(ReviewerAssigned), "reviewer-assigned")]
[JsonDerivedType(typeof(ClaimTaken), "claim-taken")]
[JsonDerivedType(typeof(AssignmentDeclined), "assignment-declined")]
[JsonDerivedType(typeof(AssignmentHandedOver), "assignment-handed-over")]
[JsonDerivedType(typeof(AssignmentReleased), "assignment-released")]
[JsonDerivedType(typeof(ReviewerRecused), "reviewer-recused")]
[JsonDerivedType(typeof(SourceAdded), "source-added")]
[JsonDerivedType(typeof(SourceEdited), "source-edited")]
[JsonDerivedType(typeof(SourceStruck), "source-struck")]
[JsonDerivedType(typeof(SourceArchived), "source-archived")]
[JsonDerivedType(typeof(BallotCast), "ballot-cast")]
[JsonDerivedType(typeof(RoundClosed), "round-closed")]
[JsonDerivedType(typeof(RoundRulesKept), "round-rules-kept")]
[JsonDerivedType(typeof(VerdictPublished), "verdict-published")]
[JsonDerivedType(typeof(DecisionProposed), "decision-proposed")]
[JsonDerivedType(typeof(DecisionApproved), "decision-approved")]
[JsonDerivedType(typeof(ProposalDropped), "proposal-dropped")]
[JsonDerivedType(typeof(RetractionAsked), "retraction-asked")]
[JsonDerivedType(typeof(RetractionProposed), "retraction-proposed")]
[JsonDerivedType(typeof(RetractionApproved), "retraction-approved")]
[JsonDerivedType(typeof(CorrectionProposed), "correction-proposed")]
[JsonDerivedType(typeof(CorrectionDropped), "correction-dropped")]
[JsonDerivedType(typeof(VerdictCorrected), "verdict-corrected")]
[JsonDerivedType(typeof(VerdictRetracted), "verdict-retracted")]
[JsonDerivedType(typeof(VerdictRechecked), "verdict-rechecked")]
public abstract record DeskEvent
{
    /// <summary>The edition of new events. Increment it when a rule change would break the replay of old trails.</summary>
    internal const int PresentEdition = 2;

    /// <summary>
    /// The edition of the rules it happened under. 0: rounds didn't yet keep the rules they opened with or close by number of
    /// votes, and no second person was asked for. 1: a recusal didn't yet void what the recused person had proposed.
    /// </summary>
    public int Edition { get; init; }

    /// <summary>In the past tense, as the audit trail shows it. Includes nobody's text and no sealed rating.</summary>
    [JsonIgnore]
    public abstract string Action { get; }
}
