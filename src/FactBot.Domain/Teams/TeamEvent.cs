namespace FactBot.Domain.Teams;

/// <summary>An event that concerns a team as a whole.</summary>
public abstract record TeamEvent : DeskEvent
{
    public abstract void ApplyTo(Team team, EventContext context);
}
