using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FactBot.Domain;
using FactBot.Domain.Articles;
using FactBot.Domain.Assignments;
using FactBot.Domain.Audit;
using FactBot.Domain.Claims;
using FactBot.Domain.Digests;
using FactBot.Domain.Teams;
using FactBot.Teams;

namespace FactBot.Audit;

/// <summary>Serializes events for the audit trail: JSON with ids as strings.</summary>
internal static class EventJson
{
    /// <summary>Every event, by its name in the trail. A name stays as it is: old trails use it.</summary>
    private static readonly (Type Event, string Name)[] Events =
    [
        (typeof(DeskSetUp), "desk-set-up"),
        (typeof(SettingChanged), "setting-changed"),
        (typeof(DigestsScheduled), "digests-scheduled"),
        (typeof(DigestsPaused), "digests-paused"),
        (typeof(DigestsResumed), "digests-resumed"),
        (typeof(PersonForgotten), "person-forgotten"),
        (typeof(PastErased), "past-erased"),
        (typeof(SealedLeftOut), "sealed-left-out"),
        (typeof(ClaimStands), "claim-stands"),
        (typeof(ArticleStands), "article-stands"),
        (typeof(BallotsStand), "ballots-stand"),
        (typeof(DigestMade), "digest-made"),
        (typeof(TopicsChosen), "topics-chosen"),
        (typeof(WentAway), "went-away"),
        (typeof(ArticleAdded), "article-added"),
        (typeof(ArticleChanged), "article-changed"),
        (typeof(ClaimSubmitted), "claim-submitted"),
        (typeof(ClaimAccepted), "claim-accepted"),
        (typeof(ClaimRejected), "claim-rejected"),
        (typeof(ClaimMarkedDuplicate), "claim-marked-duplicate"),
        (typeof(ClaimSplit), "claim-split"),
        (typeof(ClaimWithdrawn), "claim-withdrawn"),
        (typeof(ClaimUpvoted), "claim-upvoted"),
        (typeof(ClaimPrioritised), "claim-prioritised"),
        (typeof(TopicsSet), "topics-set"),
        (typeof(ClaimReopened), "claim-reopened"),
        (typeof(PassageFollowed), "passage-followed"),
        (typeof(ReviewerAssigned), "reviewer-assigned"),
        (typeof(ClaimTaken), "claim-taken"),
        (typeof(AssignmentDeclined), "assignment-declined"),
        (typeof(AssignmentHandedOver), "assignment-handed-over"),
        (typeof(AssignmentReleased), "assignment-released"),
        (typeof(ReviewerRecused), "reviewer-recused"),
        (typeof(SourceAdded), "source-added"),
        (typeof(SourceEdited), "source-edited"),
        (typeof(SourceStruck), "source-struck"),
        (typeof(SourceArchived), "source-archived"),
        (typeof(BallotCast), "ballot-cast"),
        (typeof(RoundClosed), "round-closed"),
        (typeof(RoundRulesKept), "round-rules-kept"),
        (typeof(VerdictPublished), "verdict-published"),
        (typeof(DecisionProposed), "decision-proposed"),
        (typeof(DecisionApproved), "decision-approved"),
        (typeof(ProposalDropped), "proposal-dropped"),
        (typeof(RetractionAsked), "retraction-asked"),
        (typeof(RetractionProposed), "retraction-proposed"),
        (typeof(RetractionApproved), "retraction-approved"),
        (typeof(CorrectionProposed), "correction-proposed"),
        (typeof(CorrectionDropped), "correction-dropped"),
        (typeof(VerdictCorrected), "verdict-corrected"),
        (typeof(VerdictRetracted), "verdict-retracted"),
        (typeof(VerdictRechecked), "verdict-rechecked"),
    ];

    private static readonly JsonSerializerOptions Options = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameEvents } },
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower),
            new IdConverter<PersonId>(id => id.Value, value => new(value)),
            new IdConverter<ChannelId>(id => id.Value, value => new(value)),
            new IdConverter<RoleId>(id => id.Value, value => new(value)),
        },
    };

    public static string Write(DeskEvent deskEvent) => JsonSerializer.Serialize(deskEvent, Options);

    /// <exception cref="JsonException">The JSON isn't an event, or is one this version doesn't know.</exception>
    public static DeskEvent Read(string json) =>
        JsonSerializer.Deserialize<DeskEvent>(json, Options) ?? throw new JsonException("An audit entry holds no event.");

    extension(AuditEntry entry)
    {
        /// <summary>The complete event; null if there was none or it was erased.</summary>
        public DeskEvent? Event => entry.Details is null ? null : Read(entry.Details);
    }

    /// <summary>Returns what the trail records of an event.</summary>
    /// <param name="subject">Such as <c>claim #12</c>.</param>
    public static AuditFact FactOf(EventContext context, string subject, DeskEvent deskEvent) =>
        new(context.By, EventWords.ActionOf(deskEvent), subject, context.RequestId, Write(deskEvent));

    private static void NameEvents(JsonTypeInfo info)
    {
        if (info.Type == typeof(DeskEvent))
        {
            info.PolymorphismOptions = new() { TypeDiscriminatorPropertyName = "event" };
            foreach (var (type, name) in Events)
            {
                info.PolymorphismOptions.DerivedTypes.Add(new(type, name));
            }
        }
    }

    private sealed class IdConverter<T>(Func<T, ulong> valueOf, Func<ulong, T> make) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            make(ulong.Parse(reader.GetString()!, CultureInfo.InvariantCulture));

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(valueOf(value).ToString(CultureInfo.InvariantCulture));
    }
}
