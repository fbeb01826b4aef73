using FactBot.Chat;

namespace FactBot.Claims;

/// <summary>Topics as people write them: a list with commas.</summary>
internal static class Topics
{
    public const int MaxCount = 10;
    public const int MaxLength = 30;

    /// <summary>In lower case, each once; a refusal where there are too many or one is too long.</summary>
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
