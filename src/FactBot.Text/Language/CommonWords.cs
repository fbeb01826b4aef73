using System.Collections.Frozen;

namespace FactBot.Text.Language;

/// <summary>
/// Words that occur in many texts on any subject. A team with few claims can't yet tell which words these are, and would treat
/// “people” as being as distinctive as a name.
/// </summary>
internal static class CommonWords
{
    // Each list's share of texts that contain one of its words; rough estimates, not measured in any collection.
    private static readonly (double Share, string Words)[] Lists =
    [
        (0.03, "said say says people year years new one two first time day today now just like get make made see know think want "
            + "president government state states country world man woman men women may could would think way back never even many us not no "
            + "don't doesn't didn't can't won't isn't show shows showed video photo picture image claim claims news report"),
        (0.012, "go going come came take took give gave look find found use used call called tell told ask asked work working need feel "
            + "become leave left put mean keep let begin seem help talk turn start started might run move live believe hold bring happen must "
            + "write provide sit stand lose lost pay paid meet include continue set learn change lead understand watch follow stop stopped create "
            + "speak read allow add spend grow open walk win offer remember love consider appear buy wait serve die died send expect build "
            + "stay fall cut reach kill killed remain home house city day week month night morning water room mother father child children kid kids "
            + "school student students family group company business money job life place part case point number question fact thing things "
            + "right good great big small large long little old young high different next early important public same able last week another "
            + "real really every still much well better best best bad sure true false fake free full whole ever always again away down "
            + "three four five six ten 2 3 4 5 6 10 100 white black american americans america war law police court vote voters election campaign health "
            + "party office leader official officials million billion percent dollar street news media post story social twitter facebook "
            + "trump biden obama clinton donald joe hillary"),
        (0.004, "january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday "
            + "2010 2011 2012 2013 2014 2015 2016 2017 2018 2019 2020 2021 2022 2023 2024 2025 2026 "
            + "minister member members community name team minute minutes idea body information face others level door person art history result "
            + "reason research girl boy moment air teacher force education foot age policy music market sense nation plan college interest death experience "
            + "effect use class control field development role effort rate heart drug show light voice wife police mind price support event account "
            + "actually already also almost yet though although since around however without within including according recently shortly please thank thanks thing "
            + "north south east west united national federal local former major top late soon together half full second third "
            + "gun shooting attack border wall tax immigrants democrats republicans democrat republican senate congress house supreme secretary senator governor mayor "
            + "book letter document documents photograph word words sign law bill bank phone car road building hospital doctor virus vaccine vaccines covid coronavirus pandemic"),
        (0.02, "jahr jahre jahren prozent menschen stadt land regierung heute gestern neue neuen zwei drei viele mehr sagte sagt soll sollen kann wurden "
            + "an ans annees gens ville pays gouvernement aujourd hui nouveau nouvelle deux trois plusieurs dit peut doit francais "
            + "anos gente ciudad pais gobierno hoy nuevo nueva dos tres muchos dijo puede debe personas pessoas cidade governo hoje novo nova disse pode "
            + "року років людей місто міста країни уряд сьогодні новий дві три багато сказав може україни україна "
            + "года лет людей город города страны правительство сегодня новый сказал может россии "
            + "lat roku ludzi miasto miasta kraju rzad dzis nowy dwa trzy wiele powiedzial moze polski"),
    ];

    private static readonly FrozenDictionary<string, double> Shares = Lists
        .SelectMany(l => l.Words.Split(' ').Select(w => (Stem: Stems.Of(w.Replace("'", "", StringComparison.Ordinal)), l.Share)))
        .GroupBy(w => w.Stem, w => w.Share).ToFrozenDictionary(g => g.Key, g => g.Max());

    /// <summary>Returns the estimated share of all texts that contain the word.</summary>
    public static double ShareOf(string stem) => Shares.GetValueOrDefault(stem);
}
