using FactBot.Audit;
using FactBot.Claims;

namespace FactBot.Evidence;

public sealed record SourceAdded(SourceFacts Facts) : ClaimEvent
{
    public override string Action => "added a source to";

    public override void ApplyTo(Claim claim, EventContext context) => claim.AddSource(Facts, context);
}

public sealed record SourceEdited(int Source, SourceFacts Facts) : ClaimEvent
{
    public override string Action => $"edited source {Source} of";

    public override void ApplyTo(Claim claim, EventContext context) => claim.EditSource(Source, Facts, context);
}

public sealed record SourceStruck(int Source, string Reason) : ClaimEvent
{
    public override string Action => $"struck source {Source} of";

    public override void ApplyTo(Claim claim, EventContext context) => claim.StrikeSource(Source, Reason, context);
}

/// <summary>The page of a source was kept, or couldn't be.</summary>
public sealed record SourceArchived(int Source, PageArchive Archive) : ClaimEvent
{
    public override string Action => Archive.WhyNot is null ? $"kept the page of source {Source} of" : $"could not keep the page of source {Source} of";

    public override void ApplyTo(Claim claim, EventContext context) => claim.ArchiveSource(Source, Archive);
}
