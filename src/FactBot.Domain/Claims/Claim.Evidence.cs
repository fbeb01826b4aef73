using FactBot.Domain.Evidence;
using FactBot.Domain.Teams;

namespace FactBot.Domain.Claims;

/// <summary>The claim's sources. They are never deleted: a wrong one is struck, and earlier versions stay readable.</summary>
public sealed partial class Claim
{
    /// <summary>The sources that count: those not struck.</summary>
    public IEnumerable<Source> StandingSources => sources.Where(s => !s.IsStruck);

    public Source AddSource(SourceFacts facts, EventContext context)
    {
        Require(ClaimAction.AddSource, Stages.ToResearch);
        if (StandingSources.FirstOrDefault(s => s.Url == facts.Url) is { } same)
        {
            throw new RefusedException(new SourceKnown(this, same.Number));
        }

        var source = new Source(sources.Count + 1, facts, context.Who, context.At);
        sources.Add(source);
        Revision++;
        return source;
    }

    /// <summary>Changes a source's details; its address stays.</summary>
    public void EditSource(int number, SourceFacts facts, EventContext context)
    {
        Require(ClaimAction.EditSource, Stages.ToResearch);
        GetStandingSource(number).Edit(facts, context.Who, context.At);
        Revision++;
    }

    public void StrikeSource(int number, string reason, EventContext context)
    {
        Require(ClaimAction.StrikeSource, Stages.ToResearch);
        GetStandingSource(number).Strike(reason, context.Who, context.At);
        Revision++;
    }

    /// <summary>Refuses a change of sources at the wrong stage, before a person fills in a form for it.</summary>
    public void RefuseResearchUnlessAllowed() => Require(ClaimAction.ChangeSources, Stages.ToResearch);

    /// <summary>Records that a copy of a source's page was kept, or couldn't be.</summary>
    public void ArchiveSource(int number, PageArchive archive)
    {
        GetSource(number).Keep(archive);
        Revision++;
    }

    /// <summary>Returns the source with that number; refuses if there is none.</summary>
    public Source GetSource(int number) =>
        sources.Find(s => s.Number == number) ?? throw new RefusedException(new NoSuchSource(this, number));

    /// <summary>Returns the source with that number; refuses if there is none or it was struck.</summary>
    public Source GetStandingSource(int number) =>
        GetSource(number) is { IsStruck: false } source
            ? source
            : throw new RefusedException(new SourceStruckAlready(this, number));
}
