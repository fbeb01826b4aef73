using FactBot.Chat;
using FactBot.Text.Characters;

namespace FactBot.Claims;

/// <summary>Parses topics as people write them: a comma-separated list.</summary>
internal static class Topics
{
    public const int MaxCount = 10;
    public const int MaxLength = 30;

    /// <summary>Returns the topics in lower case, without repeats; refuses if there are too many or one is too long.</summary>
    public static IReadOnlyList<string> In(string text)
    {
        List<string> topics =
        [
            .. text.ToLowerInvariant().Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(t => t.TrimStart('#')).Where(t => t.Length > 0).Distinct(),
        ];
        return topics switch
        {
            { Count: > MaxCount } => throw new DeskRuleException($"At most {MaxCount} topics fit; you gave {topics.Count}."),
            _ when topics.Find(t => t.Length > MaxLength) is { } topic => throw new DeskRuleException(
                $"The topic “{Clip.To(topic, 40)}” is longer than {MaxLength} characters; give a shorter one, and separate topics by commas."),
            _ => topics,
        };
    }
}
