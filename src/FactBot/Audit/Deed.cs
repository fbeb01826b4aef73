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
/// Something that was done at a desk, with all that is needed to do it again. The audit trail keeps every one, so that
/// <see cref="Replay"/> can rebuild the desk from it. A deed is never renamed and loses nothing: old trails hold it.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "deed")]
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
[JsonDerivedType(typeof(ClaimWanted), "claim-wanted")]
[JsonDerivedType(typeof(ClaimPrioritised), "claim-prioritised")]
[JsonDerivedType(typeof(TopicsSet), "topics-set")]
[JsonDerivedType(typeof(ClaimReopened), "claim-reopened")]
[JsonDerivedType(typeof(PassageFollowed), "passage-followed")]
[JsonDerivedType(typeof(ReviewerAssigned), "reviewer-assigned")]
[JsonDerivedType(typeof(ClaimTaken), "claim-taken")]
[JsonDerivedType(typeof(DutyDeclined), "duty-declined")]
[JsonDerivedType(typeof(DutyHandedOver), "duty-handed-over")]
[JsonDerivedType(typeof(DutyReleased), "duty-released")]
[JsonDerivedType(typeof(ReviewerRecused), "reviewer-recused")]
[JsonDerivedType(typeof(SourceAdded), "source-added")]
[JsonDerivedType(typeof(SourceEdited), "source-edited")]
[JsonDerivedType(typeof(SourceStruck), "source-struck")]
[JsonDerivedType(typeof(SourceArchived), "source-archived")]
[JsonDerivedType(typeof(VoteCast), "vote-cast")]
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
public abstract record Deed
{
    /// <summary>Of the deeds that are done now. A change of the rules that an old trail could not be replayed by begins the next.</summary>
    internal const int PresentEdition = 2;

    /// <summary>
    /// By which edition of the rules it was done: 0 before rounds kept the rules of their opening and closed by the number of
    /// their votes, and before a second person was asked; 1 before what somebody had proposed fell once they kept out.
    /// </summary>
    public int Edition { get; init; }

    /// <summary>In the past tense, as the audit trail shows it: without anybody's words and without a sealed rating.</summary>
    [JsonIgnore]
    public abstract string Action { get; }
}
