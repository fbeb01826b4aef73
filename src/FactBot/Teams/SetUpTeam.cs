using FactBot.Chat;
using FactBot.Digests;
using FactBot.Domain;
using FactBot.Domain.Teams;
using FactBot.Health;
using FactBot.Posts;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Teams;

/// <summary>
/// <c>/setup</c>: sets the channels, the roles and the time of the digest. With all options it finishes at once; without,
/// it guides through them step by step (<see cref="SetupGuide"/>).
/// </summary>
public sealed class SetUpTeam(FactBotDbContext db, IChat chat, RatingScales scales, DueDigests digests, TimeProvider time) : ICommand
{
    public static CommandSpec Spec { get; } = new("setup", "Set FactBot up: it guides you through channels, roles and times")
    {
        RequiredRole = DeskRole.Editor,
        WorksBeforeSetup = true,
        Options =
        [
            new OptionSpec("review", "Channel where claims are reviewed", OptionKind.Channel),
            new OptionSpec("verdicts", "Channel where verdicts are published", OptionKind.Channel),
            new OptionSpec("digest", "Channel for the daily digest", OptionKind.Channel),
            new OptionSpec("reviewers", "Role of those who review and vote", OptionKind.Role),
            new OptionSpec("editors", "Role of those who triage, assign and publish", OptionKind.Role),
            new OptionSpec("zone", "Time zone, such as Europe/Kyiv") { Completion = typeof(CompleteZone) },
            new OptionSpec("time", "Time of the daily digest, such as 09:00"),
        ],
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        if (Spec.Options.All(o => request.FindText(o.Name) is not null))
        {
            return await SetUpAsync(request, team, cancellationToken);
        }

        var step = request.FindText("step") ?? SetupGuide.Channels;
        if (step is SetupGuide.Shared or SetupGuide.Finish && team.IsSetUp && !await db.SetupDrafts.AnyAsync(cancellationToken))
        {
            return Reply.Say($"FactBot is already set up here. Change it with {new CommandName("setup")}.");
        }

        // Whatever another press of the same button created in the meantime is in the draft by now, and isn't created again.
        using var turn = step is SetupGuide.NewChannels or SetupGuide.NewRoles ? await SetupPlaces.TakeTurnAsync(team.Id, cancellationToken) : null;
        var draft = await GetDraftAsync(request, team, cancellationToken);
        switch (step)
        {
            case SetupGuide.Roles or SetupGuide.NewRoles:
                var missing = step == SetupGuide.NewRoles ? await new SetupPlaces(chat).CreateRolesAsync(draft, team, cancellationToken) : null;
                await db.SaveChangesAsync(cancellationToken);
                return SetupGuide.AskForRoles(draft, missing ?? RefusalOf(draft.Reviewers, draft.Editors, team));
            case SetupGuide.Rules:
                return SetupGuide.AskForRules(team, scales);
            case SetupGuide.Shared:
                return await SetUpSharedAsync(draft, request, team, cancellationToken);
            case SetupGuide.Finish:
                return await FinishAsync(draft, request, team, cancellationToken);
            default:
                var trouble = step == SetupGuide.NewChannels ? await new SetupPlaces(chat).CreateChannelsAsync(draft, team, cancellationToken) : null;
                await db.SaveChangesAsync(cancellationToken);
                return SetupGuide.AskForChannels(draft, await new ChannelFindings(chat).FindAsync(team.Id, draft, cancellationToken), trouble);
        }
    }

    private async Task<Reply> SetUpAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var setup = new TeamSetup(
            request.GetChannel("review"),
            request.GetChannel("verdicts"),
            request.GetChannel("digest"),
            request.GetRole("reviewers"),
            request.GetRole("editors"),
            TeamZone.Get(request.GetText("zone")),
            TimeOfDay.Get(request.GetText("time")));
        if (SetupGuide.FindShared(setup.Review, setup.Verdicts, setup.Digest) is { } shared)
        {
            await GetDraftAsync(request, team, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return SetupGuide.AskAboutShared(shared, setup);
        }

        return await SetUpAsync(setup, request, team, cancellationToken);
    }

    /// <summary>Sets up with a channel used for several purposes, as the person confirmed.</summary>
    private async Task<Reply> SetUpSharedAsync(SetupDraft draft, Request request, Team team, CancellationToken cancellationToken)
    {
        var setup = SetupOf(draft, request, team);
        db.SetupDrafts.Remove(draft);
        return await SetUpAsync(setup, request, team, cancellationToken);
    }

    private async Task<Reply> SetUpAsync(TeamSetup setup, Request request, Team team, CancellationToken cancellationToken)
    {
        Do(setup, request, team);
        await SaveAsync(cancellationToken);
        return Reply.Say(
            $"The desk is set up. Claims are reviewed in {setup.Review}, verdicts go to {setup.Verdicts}, the digest to {setup.Digest} {WeekdayText.Name(team.Digests.Days)} at {setup.DigestTime:HH\\:mm} ({setup.Zone}). {await digests.NextAsync(team, cancellationToken)} Reviewers are {setup.Reviewers}, editors {setup.Editors}. Begin with {new CommandName("article add")} or {new CommandName("claim submit")}; {new CommandName("desk doctor")} looks whether FactBot may do all it needs there.");
    }

    private async Task<Reply> FinishAsync(SetupDraft draft, Request request, Team team, CancellationToken cancellationToken)
    {
        Do(SetupOf(draft, request, team), request, team);
        foreach (var setting in Settings.All.Where(s => s.Key is "scale" or "quorum"))
        {
            if (request.FindText(setting.Key) is { } value && value != setting.Read(team))
            {
                db.Apply(db.ContextFor(team, request), new SettingChanged(setting.Key, value));
            }
        }

        db.Posts.Add(new Post(team.Id, PostKind.Welcome, team.AuditLength, time.GetUtcNow()));
        db.SetupDrafts.Remove(draft);
        await SaveAsync(cancellationToken);
        return SetupGuide.Finished(team, await new ChannelFindings(chat).FindAsync(team, cancellationToken), await digests.NextAsync(team, cancellationToken));
    }

    private static TeamSetup SetupOf(SetupDraft draft, Request request, Team team) =>
        draft is { Review: { } review, Verdicts: { } verdicts, Digest: { } digest, Reviewers: { } reviewers, Editors: { } editors }
            ? new(review, verdicts, digest, reviewers, editors, TeamZone.Get(request.GetText("zone")), TimeOfDay.Get(request.GetText("time")))
            : throw new DeskRuleException(team.IsSetUp && draft is { Review: null, Verdicts: null, Digest: null, Reviewers: null, Editors: null }
                ? (Words)$"FactBot is already set up here. Change it with {new CommandName("setup")}."
                : $"Not all channels and roles are chosen yet; begin again with {new CommandName("setup")}.");

    private void Do(TeamSetup setup, Request request, Team team)
    {
        if (RefusalOf(setup.Reviewers, setup.Editors, team) is { } refusal)
        {
            throw new DeskRuleException(refusal);
        }

        if (!team.IsSetUp)
        {
            db.Teams.Add(team);
        }

        db.Apply(db.ContextFor(team, request), new DeskSetUp(setup));
    }

    /// <summary>Saves, and retries posts that were waiting for a channel.</summary>
    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await db.Posts.Where(p => p.Trouble != null).ForEachAsync(p => p.TryAgain(now), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Returns the choices made so far, updated with those of the request.</summary>
    private async Task<SetupDraft> GetDraftAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var draft = await db.SetupDrafts.FirstOrDefaultAsync(cancellationToken);
        if (draft is null)
        {
            draft = db.SetupDrafts.Add(new SetupDraft(team.Id)).Entity;
            await FindPlacesAsync(draft, team, cancellationToken);
        }

        draft.Review = ChosenChannel("review") ?? draft.Review;
        draft.Verdicts = ChosenChannel("verdicts") ?? draft.Verdicts;
        draft.Digest = ChosenChannel("digest") ?? draft.Digest;
        draft.Reviewers = ChosenRole("reviewers") ?? draft.Reviewers;
        draft.Editors = ChosenRole("editors") ?? draft.Editors;
        return draft;

        ChannelId? ChosenChannel(string option) => request.FindText(option) is null ? null : request.GetChannel(option);
        RoleId? ChosenRole(string option) => request.FindText(option) is null ? null : request.GetRole(option);
    }

    private async Task FindPlacesAsync(SetupDraft draft, Team team, CancellationToken cancellationToken)
    {
        try
        {
            await new SetupPlaces(chat).FindAsync(draft, team, cancellationToken);
        }
        catch (ChatException)
        {
            // Then the person chooses them.
        }
    }

    private static Words? RefusalOf(RoleId? reviewers, RoleId? editors, Team team) =>
        editors == team.Everyone ? $"**editors** cannot be everyone; make a role for your editors and choose that."
        : editors is not null && editors == reviewers ? (Words)$"**editors** and **reviewers** need two roles, or every reviewer could publish."
        : null;
}
