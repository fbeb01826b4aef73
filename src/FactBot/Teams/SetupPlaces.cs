using System.Collections.Concurrent;
using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Teams;

namespace FactBot.Teams;

/// <summary>Finds a server's channels and roles for the bot by name, and creates those it lacks.</summary>
internal sealed class SetupPlaces(IChat chat)
{
    private static readonly ConcurrentDictionary<TeamId, SemaphoreSlim> Turns = [];

    private static readonly string[] Review = ["fact-review", "review", "reviews", "fact-check", "fact-checks"];
    private static readonly string[] Verdicts = ["fact-verdicts", "verdicts", "verdict"];
    private static readonly string[] Digest = ["fact-digest", "digest", "digests"];
    private static readonly string[] Reviewers = ["reviewer", "reviewers", "fact-checker", "fact-checkers", "fact checkers"];
    private static readonly string[] Editors = ["editor", "editors"];

    /// <summary>Waits until nobody else creates channels or roles for the team; disposing the result ends the turn.</summary>
    public static async Task<IDisposable> TakeTurnAsync(TeamId team, CancellationToken cancellationToken)
    {
        var turn = Turns.GetOrAdd(team, _ => new(1));
        await turn.WaitAsync(cancellationToken);
        return new Turn(turn);
    }

    /// <summary>Fills in what the server has.</summary>
    public async Task FindAsync(SetupDraft draft, Team team, CancellationToken cancellationToken)
    {
        if (team.IsSetUp)
        {
            draft.Review ??= team.ReviewChannel;
            draft.Verdicts ??= team.VerdictChannel;
            draft.Digest ??= team.DigestChannel;
            draft.Reviewers ??= team.ReviewerRole;
            draft.Editors ??= team.EditorRole;
            return;
        }

        var places = await chat.FindPlacesAsync(team.Id, cancellationToken);
        draft.Review ??= ChannelNamed(places, Review);
        draft.Verdicts ??= ChannelNamed(places, Verdicts);
        draft.Digest ??= ChannelNamed(places, Digest);
        draft.Reviewers ??= RoleNamed(places, Reviewers);
        draft.Editors ??= RoleNamed(places, Editors);
    }

    /// <summary>Creates the channels not chosen yet; null if all went well, otherwise what to do.</summary>
    public async Task<Words?> CreateChannelsAsync(SetupDraft draft, Team team, CancellationToken cancellationToken)
    {
        try
        {
            await FindAsync(draft, team, cancellationToken);
            draft.Review ??= await chat.CreateChannelAsync(team.Id, Review[0], "Claims that are checked: each has a card and a thread.", cancellationToken);
            draft.Verdicts ??= await chat.CreateChannelAsync(team.Id, Verdicts[0], "What was checked, with the sources.", cancellationToken);
            draft.Digest ??= await chat.CreateChannelAsync(team.Id, Digest[0], "Every day: what was published and what waits.", cancellationToken);
            return null;
        }
        catch (ChatException e)
        {
            return e.ClosesChannel
                ? $"FactBot may not create channels here. Allow it **Manage Channels** (in the server’s settings, under Roles, FactBot, Permissions) and press again, or create them yourself and choose them below."
                : (Words)$"Discord did not create them just now: press again in a minute, or create them yourself and choose them below.";
        }
    }

    /// <summary>Creates the roles not chosen yet; null if all went well, otherwise what to do.</summary>
    public async Task<Words?> CreateRolesAsync(SetupDraft draft, Team team, CancellationToken cancellationToken)
    {
        try
        {
            await FindAsync(draft, team, cancellationToken);
            draft.Reviewers ??= await chat.CreateRoleAsync(team.Id, "Reviewer", cancellationToken);
            draft.Editors ??= await chat.CreateRoleAsync(team.Id, "Editor", cancellationToken);
            return null;
        }
        catch (ChatException e)
        {
            return e.ClosesChannel
                ? $"FactBot may not create roles here. Allow it **Manage Roles** (in the server’s settings, under Roles, FactBot, Permissions) and press again, or create them yourself and choose them below."
                : (Words)$"Discord did not create them just now: press again in a minute, or create them yourself and choose them below.";
        }
    }

    private static ChannelId? ChannelNamed(Places places, string[] names) =>
        names.Select(n => places.Channels.FirstOrDefault(c => c.Name.Equals(n, StringComparison.OrdinalIgnoreCase))?.Id).FirstOrDefault(id => id is not null);

    private static RoleId? RoleNamed(Places places, string[] names) =>
        names.Select(n => places.Roles.FirstOrDefault(r => r.Name.Equals(n, StringComparison.OrdinalIgnoreCase))?.Id).FirstOrDefault(id => id is not null);

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
