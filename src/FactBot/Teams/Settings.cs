using FactBot.Chat;
using FactBot.Reminders;
using FactBot.Text.Characters;

namespace FactBot.Teams;

/// <summary>Every rule a team can change with <c>/settings</c>; a new one is one line here.</summary>
public static class Settings
{
    public static IReadOnlyList<Setting> All { get; } =
    [
        Setting.Switch("triage", "An editor decides first which claims are reviewed", t => t.Rules.NeedsTriage, (t, v) => t.Rules.NeedsTriage = v),
        Setting.Number("quorum", "Votes a round needs before it can close", (1, 9), t => t.Rules.Quorum, (t, v) => t.Rules.Quorum = v),
        Setting.OneOf("agreement", "Share of a round’s votes that one rating needs", t => t.Rules.Agreement, (t, v) => t.Rules.Agreement = v),
        Setting.Number("sources", "Sources of different sites that a claim needs before anybody votes", (0, 3), t => t.Rules.SourcesNeeded, (t, v) => t.Rules.SourcesNeeded = v),
        Setting.Number("hours", "Hours a reviewer has", (1, 720), t => t.Rules.HoursToReview, (t, v) => t.Rules.HoursToReview = v),
        Setting.Number("hours-breaking", "Hours a reviewer has for breaking news", (1, 72), t => t.Rules.HoursIfBreaking, (t, v) => t.Rules.HoursIfBreaking = v),
        Setting.Number("hours-slow", "Hours a reviewer has for what can wait", (1, 2160), t => t.Rules.HoursIfSlow, (t, v) => t.Rules.HoursIfSlow = v),
        Setting.Number("hold", "Hours that a verdict is held back before it goes out", (0, 24), t => t.Rules.HoldHours, (t, v) => t.Rules.HoldHours = v),
        Setting.Number("shelf-life", "Days until a verdict is due for another check; 0 for never", (0, 3650), t => t.Rules.ShelfLifeDays, (t, v) => t.Rules.ShelfLifeDays = v),
        Setting.Switch("dissent-names", "Dissent is published with the reviewers’ names", t => t.Rules.NamesDissenters, (t, v) => t.Rules.NamesDissenters = v),
        Setting.Switch("two-people", "Decisions without agreement, corrections and retractions need a second person", t => t.Rules.TwoPeople, (t, v) => t.Rules.TwoPeople = v),
        Setting.Switch("quiet-days", "A day on which nothing happened gets a line in the digest channel", t => t.Digests.TellsQuietDays, (t, v) => t.Digests.TellsQuietDays = v),
        new("quiet-hours", "When nobody is reminded; what falls into them comes when they end", "such as 22:00-07:00, or off", t => QuietHoursText.Name(t.QuietHours), (t, v) => t.QuietHours = QuietHoursText.Get(v)) { Values = ["off", "22:00-07:00"] },
        Setting.Number("keep-pages", "Days that the texts of sources’ pages are kept; 0 for good", (0, 3650), t => t.Keeps.Pages, (t, v) => t.Keeps.Pages = v),
        Setting.Number("keep-messages", "Days that a message is kept which was to become evidence and did not", (1, 365), t => t.Keeps.Messages, (t, v) => t.Keeps.Messages = v),
        Setting.Number("keep-offers", "Days that the words are kept of who was offered an earlier claim; 0 for good", (0, 3650), t => t.Keeps.Offers, (t, v) => t.Keeps.Offers = v),
        Setting.Number("keep-reasons", "Days after its verdict that the reasons of a claim’s votes are kept; 0 for good", (0, 3650), t => t.Keeps.Reasons, (t, v) => t.Keeps.Reasons = v),
        Setting.Number("quota-claims", "Claims that one person can submit in a day; 0 for no limit", (0, 10_000), t => t.Quotas.Claims, (t, v) => t.Quotas.Claims = v),
        Setting.Number("quota-articles", "Articles that one person can add in a day; 0 for no limit", (0, 10_000), t => t.Quotas.Articles, (t, v) => t.Quotas.Articles = v),
        Setting.Number("quota-sources", "Sources that one person can add in a day; 0 for no limit", (0, 10_000), t => t.Quotas.Sources, (t, v) => t.Quotas.Sources = v),
        Setting.Number("quota-commands", "Searches, suggestions, page reads and reports that one person can ask for in a day; 0 for no limit", (0, 10_000), t => t.Quotas.Commands, (t, v) => t.Quotas.Commands = v),
        new("scale", "Ratings that claims opened from now on are voted with", "a scale of this bot", t => t.Scale, (t, v) => t.PickScale(v)),
    ];

    /// <summary>Returns the setting with that key; refuses if there is none.</summary>
    public static Setting Get(string key) =>
        All.FirstOrDefault(s => s.Key.Equals(key.Trim(), StringComparison.OrdinalIgnoreCase))
        ?? throw new DeskRuleException(
            $"There is no setting “{Clip.To(key, 40)}”; choose one of {string.Join(", ", All.Select(s => s.Key))}.");
}
