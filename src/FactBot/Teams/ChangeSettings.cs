using FactBot.Chat;
using FactBot.Domain.Teams;
using FactBot.Storage;
using FactBot.Text.Characters;

namespace FactBot.Teams;

/// <summary><c>/settings</c>: shows every rule of the team with its meaning and bounds, and changes one.</summary>
public sealed class ChangeSettings(FactBotDbContext db, RatingScales scales) : ICommand
{
    public static CommandSpec Spec { get; } = new("settings", "See and change the rules of your desk")
    {
        RequiredRole = DeskRole.Editor,
        Options =
        [
            new OptionSpec("rule", "Which one; empty shows them all").CompletedBy<CompleteSetting>(),
            new OptionSpec("value", "Its new value; empty shows it").CompletedBy<CompleteSettingValue>(),
        ],
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        if (request.FindText("rule") is not { } key)
        {
            return request.FindText("value") is null
                ? Reply.Show(CardOf(team, Settings.All))
                : throw new DeskRuleException($"Please give **rule** too, so that it is clear which one is changed.");
        }

        var setting = Settings.Get(key);
        if (request.FindText("value") is not { } value)
        {
            return Reply.Show(CardOf(team, [setting]));
        }

        RefuseUnknownScale(setting, value);
        var before = setting.Read(team);
        await db.ApplyAsync(team, request, new SettingChanged(setting.Key, value), cancellationToken);
        return Reply.Say(
            $"**{setting.Key}** is {setting.Read(team)} now; it was {before}. {setting.Meaning}. What was decided before stays as it is, and rounds that are open keep the rules they began with.");
    }

    private static Card CardOf(Team team, IReadOnlyList<Setting> settings) => new($"The rules of this desk")
    {
        Text = Words.Join("\n", settings.Select<Setting, Words>(s => $"**{s.Key}: {s.Read(team)}** · {s.Meaning} ({s.Bounds})")),
        Footer = $"Change one with /settings rule value",
    };

    private void RefuseUnknownScale(Setting setting, string value)
    {
        if (setting.Key == "scale" && scales.All.All(s => s.Name != value))
        {
            throw new DeskRuleException(
                $"There is no scale “{Clip.To(value, 40)}”; choose one of {string.Join(", ", scales.All.Select(s => s.Name))}. Who runs the bot can add one in config/scales.");
        }
    }
}
