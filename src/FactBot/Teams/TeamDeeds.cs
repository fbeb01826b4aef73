using FactBot.Audit;

namespace FactBot.Teams;

/// <summary>The team was set up with <c>/setup</c>.</summary>
public sealed record DeskSetUp(TeamSetup Setup) : TeamDeed
{
    public override string Action => "set up the desk";

    public override void ApplyTo(Team team, Act act) => team.SetUp(Setup, act.At);
}

/// <summary>A rule of the team was changed, by its key in <see cref="Settings"/>.</summary>
public sealed record SettingChanged(string Key, string Value) : TeamDeed
{
    public override string Action => $"changed the setting {Key}";

    public override void ApplyTo(Team team, Act act) => Settings.Get(Key).Write(team, Value);
}
