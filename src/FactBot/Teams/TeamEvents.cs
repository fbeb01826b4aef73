using FactBot.Audit;

namespace FactBot.Teams;

/// <summary>The team was set up with <c>/setup</c>.</summary>
public sealed record DeskSetUp(TeamSetup Setup) : TeamEvent
{
    public override string Action => "set up the desk";

    public override void ApplyTo(Team team, EventContext context) => team.SetUp(Setup, context.At);
}

/// <summary>A rule of the team was changed, by its key in <see cref="Settings"/>.</summary>
public sealed record SettingChanged(string Key, string Value) : TeamEvent
{
    public override string Action => $"changed the setting {Key}";

    public override void ApplyTo(Team team, EventContext context) => Settings.Get(Key).Write(team, Value);
}
