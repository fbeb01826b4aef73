using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Teams;
using FactBot.Teams;

namespace FactBot.Health;

/// <summary>Checks whether the team's channels can be used for their purpose.</summary>
internal sealed class ChannelFindings(IChat chat)
{
    public async Task<IReadOnlyList<ChannelFinding>> FindAsync(Team team, CancellationToken cancellationToken) =>
    [
        await FindAsync(team.Id, team.ReviewChannel, ChannelUse.Cards, null, cancellationToken),
        await FindAsync(team.Id, team.VerdictChannel, ChannelUse.Verdicts, null, cancellationToken),
        await FindAsync(team.Id, team.DigestChannel, ChannelUse.Digests, team.Digests.Role, cancellationToken),
    ];

    /// <summary>Checks the channels chosen so far during setup.</summary>
    public async Task<IReadOnlyList<ChannelFinding>> FindAsync(TeamId team, SetupDraft draft, CancellationToken cancellationToken) =>
    [
        .. draft.Review is { } review ? [await FindAsync(team, review, ChannelUse.Cards, null, cancellationToken)] : Array.Empty<ChannelFinding>(),
        .. draft.Verdicts is { } verdicts ? [await FindAsync(team, verdicts, ChannelUse.Verdicts, null, cancellationToken)] : Array.Empty<ChannelFinding>(),
        .. draft.Digest is { } digest ? [await FindAsync(team, digest, ChannelUse.Digests, null, cancellationToken)] : Array.Empty<ChannelFinding>(),
    ];

    private async Task<ChannelFinding> FindAsync(TeamId team, ChannelId channel, ChannelUse use, RoleId? role, CancellationToken cancellationToken)
    {
        var what = use switch
        {
            ChannelUse.Cards => "cards",
            ChannelUse.Verdicts => "verdicts",
            _ => "digests",
        };
        try
        {
            return await chat.ExamineAsync(team, channel, use, role, cancellationToken) switch
            {
                { IsThere: false } => new(channel, false, $"The channel for {what} is gone: choose another with {new CommandName("setup")}. What waits for it goes there then."),
                { Missing: { Count: > 0 } missing } => new(channel, false, $"In {channel}, where {what} go, FactBot lacks **{string.Join(", ", missing)}**: in the channel’s settings, under Permissions, allow it for FactBot’s role."),
                { IsRoleHeard: false } => new(channel, false, $"Nobody hears {role!} in {channel}: in the role’s settings, allow anyone to mention it."),
                _ => new(channel, true, $"{channel}: {what} go out."),
            };
        }
        catch (ChatException)
        {
            return new(channel, false, $"Discord did not say whether {what} can go to {channel}: try this again in a minute.");
        }
    }
}

/// <summary>The result of checking a channel.</summary>
internal sealed record ChannelFinding(ChannelId Channel, bool IsWell, Words Text);
