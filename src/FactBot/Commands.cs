using FactBot.Articles;
using FactBot.Assignments;
using FactBot.Audit;
using FactBot.Chat;
using FactBot.Claims;
using FactBot.Digests;
using FactBot.Evidence;
using FactBot.Health;
using FactBot.Matching;
using FactBot.Privacy;
using FactBot.Stats;
using FactBot.Suggestions;
using FactBot.Teams;
using FactBot.Verdicts;
using FactBot.Votes;

namespace FactBot;

/// <summary>Every command the bot offers.</summary>
public static class Commands
{
    public static IReadOnlyList<Command> All { get; } =
    [
        Command.Of<SetUpTeam>(),
        Command.Of<AddArticle>(),
        Command.Of<ListArticles>(),
        Command.Of<ShowArticle>(),
        Command.Of<CheckArticle>(),
        Command.Of<SuggestClaims>(),
        Command.Of<SubmitClaim>(),
        Command.Of<SubmitMessage>(),
        Command.Of<ConfirmDuplicate>(),
        Command.Of<FindClaim>(),
        Command.Of<AskAboutMessage>(),
        Command.Of<ListClaims>(),
        Command.Of<ShowClaim>(),
        Command.Of<UpvoteClaim>(),
        Command.Of<WithdrawClaim>(),
        Command.Of<PrioritiseClaim>(),
        Command.Of<SetTopics>(),
        Command.Of<ReopenClaim>(),
        Command.Of<TriageClaim>(),
        Command.Of<AssignReviewer>(),
        Command.Of<AssignFairly>(),
        Command.Of<TakeClaim>(),
        Command.Of<DeclineAssignment>(),
        Command.Of<HandOverAssignment>(),
        Command.Of<ReleaseAssignment>(),
        Command.Of<RecuseReviewer>(),
        Command.Of<ShowQueue>(),
        Command.Of<ChooseTopics>(),
        Command.Of<GoAway>(),
        Command.Of<ChooseDigest>(),
        Command.Of<ShowMyData>(),
        Command.Of<ForgetMe>(),
        Command.Of<AddEvidence>(),
        Command.Of<EditEvidence>(),
        Command.Of<StrikeEvidence>(),
        Command.Of<ShowEvidence>(),
        Command.Of<FetchAgain>(),
        Command.Of<AddMessageAsEvidence>(),
        Command.Of<CastVote>(),
        Command.Of<PublishVerdict>(),
        Command.Of<ShowVerdict>(),
        Command.Of<ShowHistory>(),
        Command.Of<CorrectVerdict>(),
        Command.Of<ApproveProposal>(),
        Command.Of<DropProposal>(),
        Command.Of<RetractVerdict>(),
        Command.Of<RecheckVerdict>(),
        Command.Of<ChangeSettings>(),
        Command.Of<ShowStats>(),
        Command.Of<PostDigest>(),
        Command.Of<PreviewDigest>(),
        Command.Of<ShowFullDigest>(),
        Command.Of<ScheduleDigest>(),
        Command.Of<PauseDigest>(),
        Command.Of<ResumeDigest>(),
        Command.Of<ExamineDesk>(),
        Command.Of<ShowAudit>(),
        Command.Of<ShowPrivacy>(),
        Command.Of<ShowHelp>(),
    ];
}
