using FactBot.Domain;
using FactBot.Domain.Articles;
using FactBot.Domain.Assignments;
using FactBot.Domain.Claims;
using FactBot.Domain.Digests;
using FactBot.Domain.Teams;
using FactBot.Teams;

namespace FactBot.Audit;

/// <summary>What the audit trail says of each event, in the past tense. Includes nobody's text and no sealed rating.</summary>
internal static class EventWords
{
    public const string Voted = "voted on";
    public const string ProposedRetraction = "proposed to retract the verdict on";
    public const string Retracted = "retracted the verdict on";
    public const string SentBack = "sent back";
    public const string ChoseTopics = "chose topics";
    public const string WentAway = "went away";
    public const string CameBack = "came back";
    public const string MadeDigest = "made the digest";
    public const string AskedForDigest = "asked for a digest";

    /// <summary>The subject of a personal digest. It omits the reader, because the hash chain can't be erased.</summary>
    public const string OwnDigest = "digest of a reviewer's own";

    public static string ActionOf(DeskEvent deskEvent) => deskEvent switch
    {
        DeskSetUp => "set up the desk",
        SettingChanged setting => $"changed the setting {setting.Key}",
        DigestsScheduled => "scheduled the digest",
        DigestsPaused => "paused the digest",
        DigestsResumed => "resumed the digest",
        DigestMade { Kind: DigestKind.AskedFor } => AskedForDigest,
        DigestMade => MadeDigest,
        PersonForgotten => PersonForgotten.Name,
        PastErased => PastErased.Name,
        SealedLeftOut => SealedLeftOut.Name,
        ClaimStands => ClaimStands.Name,
        ArticleStands => ArticleStands.Name,
        BallotsStand => BallotsStand.Name,
        TopicsChosen => ChoseTopics,
        Domain.Assignments.WentAway { Until: null } => CameBack,
        Domain.Assignments.WentAway => WentAway,
        ArticleAdded => "added",
        ArticleChanged => "found changed",
        ClaimSubmitted => "submitted",
        ClaimEvent claimEvent => ActionOf(claimEvent),
        _ => throw new ArgumentOutOfRangeException(nameof(deskEvent), deskEvent, "An event without words."),
    };

    private static string ActionOf(ClaimEvent claimEvent) => claimEvent switch
    {
        ClaimAccepted => "accepted",
        ClaimRejected => "rejected",
        ClaimMarkedDuplicate duplicate => $"marked as duplicate of #{duplicate.Of}",
        ClaimSplit split => $"split into {string.Join(", ", split.Into.Select(n => $"#{n}"))}",
        ClaimWithdrawn => "withdrew",
        ClaimUpvoted => "asked for",
        ClaimPrioritised prioritised => $"gave the priority {prioritised.Priority.ToString().ToLowerInvariant()} to",
        TopicsSet => "set the topics of",
        ClaimReopened => SentBack,
        PassageFollowed { Place.Before: null } => "found the passage again of",
        PassageFollowed { Place.IsAnchored: true } => "found the passage changed of",
        PassageFollowed => "found the passage removed of",
        ReviewerAssigned => "assigned a reviewer to",
        ClaimTaken => "took",
        AssignmentDeclined => "declined",
        AssignmentHandedOver => "handed over a duty on",
        AssignmentReleased => "released a reviewer of",
        ReviewerRecused => "recused from",
        SourceAdded => "added a source to",
        SourceEdited edited => $"edited source {edited.Source} of",
        SourceStruck struck => $"struck source {struck.Source} of",
        SourceArchived { Archive.WhyNot: null } archived => $"kept the page of source {archived.Source} of",
        SourceArchived archived => $"could not keep the page of source {archived.Source} of",
        BallotCast => Voted,
        RoundClosed => "closed the round of",
        RoundRulesKept => "kept the rules of the round of",
        VerdictPublished => "published the verdict on",
        DecisionProposed => "proposed a decision on",
        DecisionApproved => "approved the decision on",
        CorrectionProposed => "proposed a correction of",
        CorrectionDropped => "dropped the correction of",
        ProposalDropped dropped => $"dropped the {dropped.Kind.ToString().ToLowerInvariant()} of",
        VerdictCorrected => "approved the correction of",
        RetractionAsked => "was asked whether to retract the verdict on",
        RetractionProposed => ProposedRetraction,
        RetractionApproved => "approved the retraction of",
        VerdictRetracted => Retracted,
        VerdictRechecked => "checked again",
        _ => throw new ArgumentOutOfRangeException(nameof(claimEvent), claimEvent, "An event without words."),
    };
}
