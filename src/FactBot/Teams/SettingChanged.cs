using FactBot.Domain.Teams;

namespace FactBot.Teams;

/// <summary>A rule of the team was changed, by its key in <see cref="Settings"/>.</summary>
public sealed record SettingChanged(string Key, string Value) : TeamEvent
{
    public override void ApplyTo(Team team, EventContext context) => Settings.Get(Key).Write(team, Value);
}
