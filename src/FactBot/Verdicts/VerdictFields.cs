using FactBot.Chat;
using FactBot.Domain.Verdicts;

namespace FactBot.Verdicts;

/// <summary>The form fields for a verdict.</summary>
internal static class VerdictFields
{
    public static FormField[] Of(string? summary, string? explanation) =>
    [
        new FormField("summary", $"Summary")
        {
            Hint = $"The outcome in one or two sentences.", Value = summary, MaxLength = VerdictText.MaxSummary,
        },
        new FormField("explanation", $"Explanation")
        {
            Kind = FormFieldKind.Paragraph,
            Hint = $"How the sources lead there.",
            Value = explanation,
            MaxLength = VerdictText.MaxExplanation,
        },
    ];
}
