using System.Text.RegularExpressions;

namespace FactBot.Text.Worthiness;

/// <summary>Reads a sentence's features from English words, and some from Ukrainian, German, French and Spanish ones.</summary>
internal static partial class FeatureReader
{
    private static readonly (Feature Feature, Regex Pattern)[] Patterns =
    [
        (Feature.Number, Number()), (Feature.Quantity, Quantity()), (Feature.Date, Date()), (Feature.Comparison, Comparison()),
        (Feature.Superlative, Superlative()), (Feature.Name, Name()), (Feature.NamedSource, NamedSource()), (Feature.Event, Event()),
        (Feature.Cause, Cause()), (Feature.PublicMatter, PublicMatter()), (Feature.Opinion, Opinion()), (Feature.Question, Question()),
        (Feature.Future, Future()), (Feature.Address, Address()),
    ];

    /// <summary>Returns each feature's value in the order of <see cref="Feature"/>, from 0 for none to at most 1.</summary>
    public static double[] Read(string sentence)
    {
        // Longer than any sentence that a person would tick; keeps the patterns in bounds.
        var text = sentence.Length > 600 ? sentence[..600] : sentence;
        var features = new double[Enum.GetValues<Feature>().Length];
        foreach (var (feature, pattern) in Patterns)
        {
            var count = pattern.Count(text);
            features[(int)feature] = feature is Feature.Number or Feature.Name ? Math.Min(count, 3) / 3.0 : Math.Min(count, 1);
        }

        var words = text.AsSpan().Count(' ') + 1;
        features[(int)Feature.Brief] = words < 6 || !Stop().IsMatch(text) ? 1 : 0;
        features[(int)Feature.Full] = words >= 12 ? 1 : 0;
        return features;
    }

    [GeneratedRegex(@"\d+(?:[.,]\d+)*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|half|third|quarter|two-thirds|zwei|drei|vier|fünf|deux|trois|quatre|cinq|dos|tres|cuatro|cinco|два|дві|три|чотири|п.ять)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"\d\s?%|[$€£₴]\s?\d|\d[\d.,]*[\s-](?:percent|per cent|percentage|points?|million|billion|trillion|thousand|hundred|years?|months?|days?|hours?|minutes?|people|jobs|troops|votes?|dollars?|euros?|pounds?|miles?|km|kilomet\w+|tons?|tonnes?|Prozent|Millionen|Milliarden|millions?|milliards?|millones|por ciento|pour cent|відсотк\w+|млн|млрд|тис)|\b(?:percent|per cent|million|billion|trillion)s?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Quantity();

    [GeneratedRegex(@"\b(?:1[89]\d\d|20\d\d)\b|\b(?:January|February|March|April|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b|\b(?:yesterday|last (?:year|month|week|quarter)|(?:\w+ )?years? ago)\b")]
    private static partial Regex Date();

    [GeneratedRegex(@"\b(?:more|less|fewer|higher|lower|larger|smaller|greater|better|worse|twice|double[ds]?|tripled?|half as|compared (?:with|to)|than|increas\w+|decreas\w+|r(?:ise|isen|ose)|fell|fallen|dropp\w+|grew|grown|cut|mehr als|weniger|höher|plus de|moins de|más de|menos de|більше|менше|зросл\w+|впал\w+)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Comparison();

    [GeneratedRegex(@"\b(?:most|least|largest|biggest|smallest|highest|lowest|greatest|worst|best|fastest|longest|oldest|first|last(?! (?:year|month|week|quarter|night)\b)|the only|never|ever|every|none|record|unprecedented|all-time|größte\w*|höchste\w*|erste\w*|le plus|la plus|premi[eè]re?|el más|la más|primer[oa]?|найбільш\w*|найвищ\w*|перш\w+|ніколи)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Superlative();

    [GeneratedRegex(@"(?<=[\p{Ll},;:] )(?:\p{Lu}[\p{L}’'-]+|\p{Lu}{2,})(?: \p{Lu}[\p{L}’'-]+)*|\b\p{Lu}[\p{Ll}’'-]+ \p{Lu}[\p{Ll}’'-]+|\b(?:\p{Lu}\.){2,}")]
    private static partial Regex Name();

    [GeneratedRegex(@"\b(?:according to|said|says|told|reported|reports?|claim(?:s|ed)|stated|announced|declared|found that|shows? that|revealed|published|study|survey|poll|laut|sagte|zufolge|selon|a déclaré|según|dijo|заяви\w+|повідоми\w+|за даними|сказа\w+)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NamedSource();

    [GeneratedRegex(@"\b(?:was|were|had|has|have|did|voted|passed|signed|killed|died|spent|paid|lost|won|built|created|closed|opened|raised|invaded|attacked|arrested|charged|banned|approved|rejected|supported|opposed|captured|suggested|called|went|came|took|gave|made|left|sent|brought|sold|bought|became|began|started|ended|hat|haben|wurde\w*|a été|ont|fue|fueron|ha|han|був|була|було|були)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Event();

    [GeneratedRegex(@"\b(?:because|caus(?:e[sd]?|ing)|led to|leads? to|due to|result(?:s|ed)? in|thanks to|linked to|weil|wegen|à cause|porque|debido|через|тому що|спричини\w+)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Cause();

    [GeneratedRegex(@"\b(?:tax\w*|budget|deficit|debt|econom\w+|jobs?|unemploy\w+|wage\w*|pay|paid|spend\w*|spent|poor|poverty|workers?|compan(?:y|ies)|factor(?:y|ies)|manufactur\w*|trade|deal|oil|energy|health\w*|insurance|medicare|medicaid|social security|vaccin\w+|virus|crime|police|prison|guns?|immigra\w+|migrants?|illegal\w*|border|refugee\w*|criminals?|drugs?|women|war|troops|veterans?|military|nuclear|weapons?|terror\w*|law|bill|act|congress|senate|parliament|court|elect\w+|votes?|president|government|federal|treaty|agreement|peace|plan|school\w*|education|climate|billion\w*|million\w*|Steuer\w*|Krieg|Wahl\w*|impôts?|guerre|impuestos?|guerra|податк\w+|війн\w+|вибор\w+)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PublicMatter();

    [GeneratedRegex(@"\b(?:I (?:think|believe|feel|hope|want|guess|mean|know|like|love|wish|am proud|understand)|I'm (?:proud|sure|glad|going)|we (?:need|should|must|ought|want|have to)|should|ought to|must|let's|let us|in my (?:view|opinion)|perhaps|maybe|wonderful|beautiful|terrible|great(?:est)? (?:people|country|job|honor)|believe in|raising serious questions|ich (?:denke|glaube|finde)|sollte\w*|je (?:pense|crois)|devrai\w+|creo que|debería\w*|я (?:думаю|вважаю)|слід|треба)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Opinion();

    [GeneratedRegex(@"\?[""”’»)\s]*$|^¿")]
    private static partial Regex Question();

    [GeneratedRegex(@"\b(?:will|won't|shall|going to|gonna|[A-Za-z]+'ll|might|may|if|soll|werden|wird|va|vont|буде|будуть)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Future();

    [GeneratedRegex(@"^(?:thank|thanks|good (?:morning|evening|night)|hello|welcome|please|ladies|well,? thank|okay|ok|yes|no|look|listen|right|sure|so,? let|excuse|sorry)\b|\bthank you\b|\byou(?:r|'re)?\b|^danke|^merci|^gracias|^дякую", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"[.!?…][""'”’»)\]]*\s*$")]
    private static partial Regex Stop();
}
