using FactBot.Chat;
using FactBot.Domain.Evidence;
using FactBot.Text.Characters;

namespace FactBot.Evidence;

/// <summary>A source's stance as people choose and read it.</summary>
internal static class StanceWords
{
    public static Choice[] Choices { get; } =
    [
        new("Supports the claim", "supports"),
        new("Refutes the claim", "refutes"),
        new("Gives context", "context"),
    ];

    /// <summary>Returns the stance an option gives; refuses if it gives none.</summary>
    public static Stance GetStance(this Request request) =>
        Enum.TryParse<Stance>(request.GetText("stance"), ignoreCase: true, out var stance)
        && Enum.IsDefined(stance) && !char.IsDigit(request.GetText("stance")[0])
            ? stance
            : throw new DeskRuleException(
                $"“{Clip.To(request.GetText("stance"), 40)}” is no stance; a source **supports**, **refutes** or gives **context**.");
}
