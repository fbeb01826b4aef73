using FactBot.Discord;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FactBot.Host.Settings;

/// <summary>Finds wrong settings and unknown names: a mistyped name would otherwise be ignored silently.</summary>
internal static class SettingCheck
{
    /// <summary>Returns a sentence for each fault.</summary>
    public static IReadOnlyList<string> FindFaults(IConfiguration settings)
    {
        List<string> faults =
        [
            .. FindUnknown(settings),
            .. Setting.All.Where(s => s.Property.CanWrite).Select(s => s.FindFault(settings)).OfType<string>(),
            .. FindWrongLevels(settings),
        ];
        return faults.Count > 0 ? faults : [.. new DiscordOptionsCheck().Validate(null, Read(settings)).Failures ?? []];
    }

    private static DiscordOptions Read(IConfiguration settings)
    {
        var options = new DiscordOptions();
        settings.GetSection(DiscordOptions.Section).Bind(options);
        return options;
    }

    private static IEnumerable<string> FindUnknown(IConfiguration settings) =>
        from section in settings.GetChildren()
        let known = Setting.All.Where(s => s.Section.Equals(section.Key, StringComparison.OrdinalIgnoreCase)).Select(s => s.Property.Name).Order().ToList()
        from setting in section.GetChildren()
        where !known.Contains(setting.Key, StringComparer.OrdinalIgnoreCase)
        select known.Count == 0
            ? $"{setting.Path} is no setting of FactBot; its sections are {string.Join(", ", Setting.Sections.Select(s => s.Name))}."
            : $"{setting.Path} is no setting of FactBot; in {section.Key} there are {string.Join(", ", known)}.";

    private static IEnumerable<string> FindWrongLevels(IConfiguration settings) =>
        from level in settings.GetSection($"{LogOptions.Section}:{nameof(LogOptions.LogLevel)}").GetChildren()
        where !Enum.GetNames<LogLevel>().Contains(level.Value, StringComparer.OrdinalIgnoreCase)
        select Setting.SentenceOn(level.Path, $"is “{level.Value}”", $"one of {string.Join(", ", Enum.GetNames<LogLevel>())}");
}
