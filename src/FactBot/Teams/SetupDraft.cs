using FactBot.Domain;

namespace FactBot.Teams;

/// <summary>The choices made so far in a team's guided <c>/setup</c>; deleted when it is finished.</summary>
public sealed class SetupDraft(TeamId teamId)
{
    public TeamId TeamId { get; private set; } = teamId;

    public ChannelId? Review { get; set; }

    public ChannelId? Verdicts { get; set; }

    public ChannelId? Digest { get; set; }

    public RoleId? Reviewers { get; set; }

    public RoleId? Editors { get; set; }

    public bool HasChannels => Review is not null && Verdicts is not null && Digest is not null;

    public bool HasRoles => Reviewers is not null && Editors is not null;
}
