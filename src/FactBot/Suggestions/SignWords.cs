using FactBot.Text.Worthiness;

namespace FactBot.Suggestions;

/// <summary>What people read of the signs.</summary>
internal static class SignWords
{
    public static string Of(Sign sign) => sign switch
    {
        Sign.Number => "a number",
        Sign.Quantity => "a quantity",
        Sign.Date => "a date",
        Sign.Comparison => "a comparison",
        Sign.Superlative => "a superlative",
        Sign.Name => "names",
        Sign.NamedSource => "a named source",
        Sign.Event => "an event",
        Sign.Cause => "a cause",
        Sign.PublicMatter => "a public matter",
        Sign.Opinion => "an opinion",
        Sign.Question => "a question",
        Sign.Future => "the future",
        Sign.Address => "words to the listener",
        Sign.Brief => "under six words",
        Sign.Full => "twelve words or more",
        _ => throw new ArgumentOutOfRangeException(nameof(sign), sign, null),
    };
}
