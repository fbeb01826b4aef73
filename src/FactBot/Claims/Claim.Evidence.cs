using FactBot.Audit;
using FactBot.Chat;
using FactBot.Evidence;

namespace FactBot.Claims;

/// <summary>The claim's sources. They are never deleted: a wrong one is struck, and earlier versions stay readable.</summary>
public sealed partial class Claim
{
    /// <summary>The sources that count: those not struck.</summary>
    public IEnumerable<Source> StandingSources => sources.Where(s => !s.IsStruck);

    public Source AddSource(SourceFacts facts, EventContext context)
    {
        Require("get sources", Stages.ToResearch);
        if (StandingSources.FirstOrDefault(s => s.Url == facts.Url) is { } same)
        {
            throw new DeskRuleException($"{Name} has this page already as source {same.Number}; add another one.");
        }

        var source = new Source(sources.Count + 1, facts, context.Who, context.At);
        sources.Add(source);
        Revision++;
        return source;
    }

    /// <summary>Changes a source's details; its address stays.</summary>
    public void EditSource(int number, SourceFacts facts, EventContext context)
    {
        Require("have its sources edited", Stages.ToResearch);
        GetStandingSource(number).Edit(facts, context.Who, context.At);
        Revision++;
    }

    public void StrikeSource(int number, string reason, EventContext context)
    {
        Require("have its sources struck", Stages.ToResearch);
        GetStandingSource(number).Strike(reason, context.Who, context.At);
        Revision++;
    }

    /// <summary>Refuses a change of sources at the wrong stage, before a person fills in a form for it.</summary>
    public void RefuseResearchUnlessAllowed() => Require("have its sources changed", Stages.ToResearch);

    /// <summary>Records that a copy of a source's page was kept, or couldn't be.</summary>
    public void ArchiveSource(int number, PageArchive archive)
    {
        GetSource(number).Keep(archive);
        Revision++;
    }

    /// <summary>Returns the source with that number; refuses if there is none.</summary>
    public Source GetSource(int number) =>
        sources.Find(s => s.Number == number) ?? throw new DeskRuleException(
            $"{Name} has no source {number}; {new CommandName("claim show")} lists its sources.");

    /// <summary>Returns the source with that number; refuses if there is none or it was struck.</summary>
    public Source GetStandingSource(int number) =>
        GetSource(number) is { IsStruck: false } source
            ? source
            : throw new DeskRuleException($"Source {number} of {Name} was struck; add it anew with {new CommandName("evidence add")}.");
}
