using FactBot.Teams;

namespace FactBot.Audit;

/// <summary>Something that was done to a team's desk as a whole.</summary>
public abstract record TeamDeed : Deed
{
    public abstract void ApplyTo(Team team, Act act);
}
