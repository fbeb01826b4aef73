namespace FactBot.Suggestions;

/// <summary>What people read of the signs that speak for a sentence.</summary>
internal static class SignWords
{
    public static bool Has(Sign sign) => sign is >= Sign.Number and <= Sign.PublicMatter;

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
        _ => sign.ToString().ToLowerInvariant(),
    };
}
