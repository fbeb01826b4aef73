using FactBot.Domain;

namespace FactBot.Suggestions;

/// <summary>A suggested sentence and whether somebody ticked it. The team's worthiness model learns from these.</summary>
public sealed class SuggestionFeedback(TeamId teamId, string sentence, bool isTicked, DateTimeOffset at)
{
    public long Id { get; private set; }

    public TeamId TeamId { get; private set; } = teamId;

    public string Sentence { get; private set; } = sentence;

    public bool IsTicked { get; private set; } = isTicked;

    public DateTimeOffset At { get; private set; } = at;
}
