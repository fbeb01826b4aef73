using FactBot.Domain.Evidence;
using FactBot.Domain.Teams;

namespace FactBot.Domain.Claims;

public sealed record SourceAdded(SourceFacts Facts) : ClaimEvent
{
    public override void ApplyTo(Claim claim, EventContext context) => claim.AddSource(Facts, context);
}

public sealed record SourceEdited(int Source, SourceFacts Facts) : ClaimEvent
{
    public override void ApplyTo(Claim claim, EventContext context) => claim.EditSource(Source, Facts, context);
}

public sealed record SourceStruck(int Source, string Reason) : ClaimEvent
{
    public override void ApplyTo(Claim claim, EventContext context) => claim.StrikeSource(Source, Reason, context);
}

/// <summary>The page of a source was kept, or couldn't be.</summary>
public sealed record SourceArchived(int Source, PageArchive Archive) : ClaimEvent
{
    public override void ApplyTo(Claim claim, EventContext context) => claim.ArchiveSource(Source, Archive);
}
