using FactBot.Text.Worthiness;

namespace FactBot.Suggestions;

/// <summary>The names that people read for the features.</summary>
internal static class FeatureWords
{
    public static string Of(Feature feature) => feature switch
    {
        Feature.Number => "a number",
        Feature.Quantity => "a quantity",
        Feature.Date => "a date",
        Feature.Comparison => "a comparison",
        Feature.Superlative => "a superlative",
        Feature.Name => "names",
        Feature.NamedSource => "a named source",
        Feature.Event => "an event",
        Feature.Cause => "a cause",
        Feature.PublicMatter => "a public matter",
        Feature.Opinion => "an opinion",
        Feature.Question => "a question",
        Feature.Future => "the future",
        Feature.Address => "words to the listener",
        Feature.Brief => "under six words",
        Feature.Full => "twelve words or more",
        _ => throw new ArgumentOutOfRangeException(nameof(feature), feature, null),
    };
}
