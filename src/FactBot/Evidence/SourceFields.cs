using FactBot.Chat;
using FactBot.Domain.Evidence;

namespace FactBot.Evidence;

/// <summary>The form fields for a source.</summary>
internal static class SourceFields
{
    public static FormField[] Of(Stance? stance, string? publisher, string? quote) =>
    [
        new FormField("stance", $"What it does to the claim")
        {
            Kind = FormFieldKind.Radio, Choices = StanceWords.Choices, Value = stance?.ToString().ToLowerInvariant(),
        },
        new FormField("publisher", $"Publisher") { IsRequired = false, Value = publisher, MaxLength = SourceFacts.MaxPublisher },
        new FormField("quote", $"The words that matter")
        {
            Kind = FormFieldKind.Paragraph, IsRequired = false, Value = quote, MaxLength = SourceFacts.MaxQuote,
        },
    ];
}
