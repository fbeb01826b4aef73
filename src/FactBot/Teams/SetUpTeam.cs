using FactBot.Chat;
using FactBot.Digests;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Teams;

/// <summary><c>/setup</c>: which channels and roles the desk uses, and when its digest goes out.</summary>
public sealed class SetUpTeam(DeskContext db, DueDigests digests, TimeProvider time) : ICommand
{
    public static CommandSpec Spec { get; } = new("setup", "Tell FactBot your channels, roles, time zone and digest time")
    {
        Who = DeskRole.Editor,
        WorksBeforeSetup = true,
        Options =
        [
            new OptionSpec("review", "Channel where claims are reviewed", OptionKind.Channel).Required(),
            new OptionSpec("verdicts", "Channel where verdicts are published", OptionKind.Channel).Required(),
            new OptionSpec("digest", "Channel for the daily digest", OptionKind.Channel).Required(),
            new OptionSpec("reviewers", "Role of those who review and vote", OptionKind.Role).Required(),
            new OptionSpec("editors", "Role of those who triage, assign and publish", OptionKind.Role).Required(),
            new OptionSpec("zone", "Time zone, such as Europe/Kyiv").Required().CompletedBy<CompleteZone>(),
            new OptionSpec("time", "Time of the daily digest, such as 09:00").Required(),
        ],
    };

    public async Task<Reply> RunAsync(Request request, Team team, CancellationToken cancel)
    {
        var setup = new TeamSetup(
            request.GetChannel("review"),
            request.GetChannel("verdicts"),
            request.GetChannel("digest"),
            request.GetRole("reviewers"),
            request.GetRole("editors"),
            TeamZone.Get(request.GetText("zone")),
            TimeOfDay.Get(request.GetText("time")));
        Refuse(setup, team);

        var now = time.GetUtcNow();
        if (!team.IsSetUp)
        {
            db.Teams.Add(team);
        }

        await db.Posts.Where(p => p.Trouble != null).ForEachAsync(p => p.TryAgain(now), cancel);
        await db.DoAsync(team, request, new DeskSetUp(setup), cancel);

        return Reply.Say(
            $"The desk is set up. Claims are reviewed in {setup.Review}, verdicts go to {setup.Verdicts}, the digest to {setup.Digest} {WeekdayText.Name(team.Digests.Days)} at {setup.DigestTime:HH\\:mm} ({setup.Zone}). {await digests.NextAsync(team, cancel)} Reviewers are {setup.Reviewers}, editors {setup.Editors}. Begin with {new CommandName("article add")} or {new CommandName("claim submit")}.");
    }

    private static void Refuse(TeamSetup setup, Team team)
    {
        if (setup.Editors == team.Everyone)
        {
            throw new DeskRuleException($"**editors** cannot be everyone; make a role for your editors and choose that.");
        }

        if (setup.Editors == setup.Reviewers)
        {
            throw new DeskRuleException($"**editors** and **reviewers** need two roles, or every reviewer could publish.");
        }
    }
}
