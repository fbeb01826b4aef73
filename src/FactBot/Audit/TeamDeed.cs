using FactBot.Teams;

namespace FactBot.Audit;

/// <summary>An event that concerns a team as a whole.</summary>
public abstract record TeamDeed : Deed
{
    public abstract void ApplyTo(Team team, Act act);
}
