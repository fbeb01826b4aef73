namespace FactBot.Domain.Teams;

/// <summary>The answers to <c>/setup</c>.</summary>
public sealed record TeamSetup(
    ChannelId Review,
    ChannelId Verdicts,
    ChannelId Digest,
    RoleId Reviewers,
    RoleId Editors,
    string Zone,
    TimeOnly DigestTime);
