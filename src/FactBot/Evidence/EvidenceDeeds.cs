using FactBot.Audit;
using FactBot.Claims;

namespace FactBot.Evidence;

public sealed record SourceAdded(SourceFacts Facts) : ClaimDeed
{
    public override string Action => "added a source to";

    public override void ApplyTo(Claim claim, Act act) => claim.AddSource(Facts, act);
}

public sealed record SourceEdited(int Source, SourceFacts Facts) : ClaimDeed
{
    public override string Action => $"edited source {Source} of";

    public override void ApplyTo(Claim claim, Act act) => claim.EditSource(Source, Facts, act);
}

public sealed record SourceStruck(int Source, string Reason) : ClaimDeed
{
    public override string Action => $"struck source {Source} of";

    public override void ApplyTo(Claim claim, Act act) => claim.StrikeSource(Source, Reason, act);
}

/// <summary>The page of a source was kept, or couldn't be.</summary>
public sealed record SourceArchived(int Source, PageArchive Archive) : ClaimDeed
{
    public override string Action => Archive.WhyNot is null ? $"kept the page of source {Source} of" : $"could not keep the page of source {Source} of";

    public override void ApplyTo(Claim claim, Act act) => claim.ArchiveSource(Source, Archive);
}
