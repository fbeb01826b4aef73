using FactBot.Chat;
using FactBot.Domain.Claims;

namespace FactBot.Claims;

/// <summary>What people read when a claim's rules refuse something.</summary>
internal static class ClaimRefusalWords
{
    public static Words Of(ClaimRefusal refusal)
    {
        var (claim, name) = (refusal.Claim, refusal.Claim.Name);
        return refusal switch
        {
            WrongStage wrong => StageWords.AlreadyIn(claim, wrong.Action) ?? $"{name} cannot {StageWords.PassiveOf(wrong.Action)}: {StageWords.NowIn(claim)}",
            OwnClaim own => $"{own.Person} submitted {name}, and nobody may {StageWords.ReviewOrVoteOn(own.Action)} a claim of their own; another reviewer can.",
            Recused recused => $"{recused.Person} keeps out of {name} and cannot {StageWords.ReviewOrVoteOn(recused.Action)} it; another reviewer can.",
            RecusedChange => $"You keep out of {name}, and so you change nothing of it; somebody else can.",
            RecusedAlready => $"You keep out of {name} already.",
            SubmitterRecusal => $"You submitted {name}, and so you keep out of its review anyway.",

            DuplicateOfItself => $"A claim cannot repeat itself; give the number of the earlier claim in **of**.",
            OriginalIsDuplicate => $"{name} itself repeats #{claim.DuplicateOf}; give #{claim.DuplicateOf} in **of**.",
            OriginalIsSplit => $"{name} was split; give the part that this claim repeats in **of**.",
            NotSubmitter => $"{claim.SubmittedBy} submitted {name}, and nobody else can withdraw it; an editor can reject it.",
            HasVotes => $"Reviewers have voted on {name} already; ask an editor what to do with it.",
            UpvotedAlready => $"You have asked for {name} already; each person counts once.",

            NotNewToRound old => $"{old.Reviewer} has voted on {name} already; a new round needs a reviewer who has not, or an editor decides with {new CommandName("verdict publish")}.",
            AssignedAlready assigned => $"{name} is already assigned to {assigned.Reviewer}; choose another reviewer.",
            TakenAlready => $"You have {name} already; vote from its card.",
            HandedToReviewer handed => $"{handed.Reviewer} has {name} already; choose somebody else.",
            RoundNeedsEditor => $"{name} is disputed, and only an editor opens a new round, with {new CommandName("assign")}.",
            PanelFull => $"{name} has its {Count.Of(claim.Panel.Count(), "reviewer")} already; an editor can add you with {new CommandName("assign")}.",
            NotAssigned { IsAsker: true } => $"You have no duty on {name}; {new CommandName("queue")} shows those you have.",
            NotAssigned none => $"{none.Reviewer} has no duty on {name}; {new CommandName("claim show")} tells who has.",
            VotedAlready voted => $"{voted.Reviewer} has voted on {name} already; the ballot stands until the round closes.",

            SourceKnown known => $"{name} has this page already as source {known.Number}; add another one.",
            NoSuchSource none => $"{name} has no source {none.Number}; {new CommandName("claim show")} lists its sources.",
            SourceStruckAlready struck => $"Source {struck.Number} of {name} was struck; add it anew with {new CommandName("evidence add")}.",

            SourcesMissing { Needed: 1 } missing => $"{name} needs a source before anybody votes and has {missing.Have}; add one with {new CommandName("evidence add")}.",
            SourcesMissing missing => $"{name} needs {missing.Needed} sources of different sites before anybody votes and has {missing.Have}; add one with {new CommandName("evidence add")}.",
            RoundGoesOn => $"The round of {name} goes on; {new CommandName("claim show")} tells what it waits for.",

            VerdictWithoutSource => $"{name} has no source, and a verdict needs one; add it with {new CommandName("evidence add")}.",
            OtherRatingAgreed => $"The reviewers agreed on another rating for {name}; leave **rating** empty to publish theirs.",
            ReviewersDivided => $"The reviewers are divided on {name}; add a reviewer with {new CommandName("assign")} for a new round, or decide alone by giving **rating** and **reason**.",
            DecisionWithoutReason => $"A decision on a disputed claim is published with its reason; give **reason** too.",
            DecisionNeedsSecond => $"The reviewers of {name} do not agree, and so its verdict needs a second person; propose it with {new CommandName("verdict publish")}.",
            RetractionNeedsSecond => $"The verdict on {name} is published, and taking it back needs a second person; use {new CommandName("verdict retract")}.",
            CorrectionWithoutChange => $"That is what the verdict on {name} says already; change its rating, summary or explanation.",
            NothingProposed => $"Nothing about {name} waits for a second person: it has already been approved or dropped, or nobody proposed it. An editor does with {new CommandName("verdict correct")}, {new CommandName("verdict retract")} or, on a disputed claim, {new CommandName("verdict publish")}.",
            OwnProposal own => $"You proposed this {own.Kind.ToString().ToLowerInvariant()} of {name}, and a second person has to approve it: another editor or a reviewer.",
            ProposalOnOwnClaim => $"You submitted {name}, and so a second person other than you has to approve this: another editor or a reviewer.",
            _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "A refusal without words."),
        };
    }
}
