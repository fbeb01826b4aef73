using FactBot.Discord;
using FactBot.Host.Storage;
using FactBot.Privacy;
using Microsoft.Extensions.Configuration;

namespace FactBot.Host.Operations;

/// <summary>Finds settings that are none: a name that was mistyped would be ignored without a word.</summary>
internal static class UnknownSettings
{
    private static readonly (string Section, Type Options)[] Sections =
    [
        (DiscordOptions.Section, typeof(DiscordOptions)),
        (PrivacyOptions.Section, typeof(PrivacyOptions)),
        (StorageOptions.Section, typeof(StorageOptions)),
        (WebOptions.Section, typeof(WebOptions)),
    ];

    /// <summary>A sentence for each.</summary>
    public static IEnumerable<string> In(IConfiguration settings) =>
        from section in Sections
        let known = section.Options.GetProperties().Where(p => p.CanWrite).Select(p => p.Name).Order().ToList()
        from setting in settings.GetSection(section.Section).GetChildren()
        where !known.Contains(setting.Key, StringComparer.OrdinalIgnoreCase)
        select $"{setting.Path} is no setting of FactBot; in {section.Section} there are {string.Join(", ", known)}.";
}
