using FactBot.Audit;
using FactBot.Chat;
using FactBot.Verdicts;

namespace FactBot.Claims;

/// <summary>The claim's verdict: published, corrected by two, retracted, checked again. No version is ever overwritten.</summary>
public sealed partial class Claim
{
    /// <summary>
    /// The rating under which the claim would be published: the one agreed on, or, where the reviewers are divided, the
    /// editor's own.
    /// </summary>
    public string GetRatingToPublish(string? decided)
    {
        Require("be published", Stages.ToPublish);
        if (!StandingSources.Any())
        {
            throw new DeskRuleException(
                $"{Name} has no source, and a verdict needs one; add it with {new CommandName("evidence add")}.");
        }

        if (AgreedRating is { } agreed)
        {
            return decided is null || decided == agreed
                ? agreed
                : throw new DeskRuleException(
                    $"The reviewers agreed on another rating for {Name}; leave **rating** empty to publish theirs.");
        }

        return decided ?? throw new DeskRuleException(
            $"The reviewers are divided on {Name}; add a reviewer with {new CommandName("assign")} for a new round, or decide alone by giving **rating** and **reason**.");
    }

    /// <summary>Publishes the verdict, after the team's hold time.</summary>
    public void Publish(VerdictText text, Act act)
    {
        GetRatingToPublish(text.Rating);
        if (AgreedRating is null && text.DecidedFor is null)
        {
            throw new DeskRuleException($"A decision on a disputed claim is published with its reason; give **reason** too.");
        }

        Issue(FactBot.Verdicts.Verdict.Of(this, text, act, act.At.AddHours(act.Rules.HoldHours)), act);
        ReopenedFor = null;
        Change(Stage.Published);
    }

    /// <summary>Refuses a correction that comes at the wrong time, before anybody fills a form for it.</summary>
    public void RefuseCorrectionUnlessPublished() => Require("be corrected", Stages.ToCorrect);

    /// <summary>An editor proposes a correction; it is published once a second person approves it.</summary>
    public void ProposeCorrection(Correction correction)
    {
        RefuseCorrectionUnlessPublished();
        Correction = correction;
        Revision++;
    }

    /// <summary>The proposed correction; a refusal where there is none.</summary>
    public Correction GetCorrection()
    {
        RefuseCorrectionUnlessPublished();
        return Correction ?? throw new DeskRuleException(
            $"No correction of {Name} waits: it has already been approved or dropped, or nobody proposed one. An editor proposes one with {new CommandName("verdict correct")}.");
    }

    public void DropCorrection()
    {
        GetCorrection();
        Correction = null;
        Revision++;
    }

    /// <summary>The second person approves: the correction becomes the verdict's next version.</summary>
    public void ApproveCorrection(Act act)
    {
        var correction = GetCorrection();
        if (correction.By == act.By)
        {
            throw new DeskRuleException(
                $"You proposed this correction of {Name}, and a second person has to approve it: another editor or a reviewer.");
        }

        var standing = Verdict!;
        var goesOut = standing.PublishedAt > act.At ? standing.PublishedAt : act.At;
        Issue(FactBot.Verdicts.Verdict.Of(this, correction, act, goesOut), act);
        Correction = null;
        Revision++;
    }

    public void Retract(string reason, Act act)
    {
        Require("have its verdict retracted", Stages.ToCorrect);
        TakeBack(Verdict!, reason, act);
        Correction = null;
        Change(Stage.Retracted);
    }

    /// <summary>An editor looked again and found that the verdict still holds.</summary>
    public void Recheck(Act act)
    {
        Require("be checked again", Stages.ToCorrect);
        Verdict!.FindThatItHolds(act.At, act.Rules.ShelfLifeDays);
        Revision++;
    }

    /// <summary>A verdict that is out stands until the next one is; one that is held back gives way at once.</summary>
    private void Issue(Verdict verdict, Act act)
    {
        foreach (var before in verdicts.Where(v => v.Stands).ToList())
        {
            before.Replace(before.IsHeld(act.At) ? act.At : verdict.PublishedAt);
        }

        verdicts.Add(verdict);
    }

    /// <summary>Retracts a verdict; where it was held back still, the one before goes on standing.</summary>
    private void TakeBack(Verdict verdict, string reason, Act act)
    {
        foreach (var before in verdicts.Where(v => v.ReplacedAt > act.At))
        {
            before.GoOn();
        }

        verdict.Retract(reason, act.Who, act.At);
    }
}
