namespace FactBot.Domain.Teams;

/// <summary>The team was set up with <c>/setup</c>.</summary>
public sealed record DeskSetUp(TeamSetup Setup) : TeamEvent
{
    public override void ApplyTo(Team team, EventContext context) => team.SetUp(Setup, context.At);
}
