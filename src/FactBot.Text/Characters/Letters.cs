namespace FactBot.Text.Characters;

/// <summary>
/// Letters with diacritics as Unicode composes them: Latin, Greek and Cyrillic. The runtime's own normalisation does
/// nothing without ICU, and this program runs without it.
/// </summary>
internal static class Letters
{
    private static readonly (char Mark, string Bare, string Marked)[] Table =
    [
        ('\u0300', "AEIOUaeiouÜüЕИеиĒēŌōWwÂâĂăÊêÔôƠơƯưYy", "ÀÈÌÒÙàèìòùǛǜЀЍѐѝḔḕṐṑẀẁẦầẰằỀềỒồỜờỪừỲỳ"),
        ('\u0301', "AEIOUYaeiouyCcLlNnRrSsZzÜüΑΕΗΙΟΥΩϊαεηιϋουωГКгкÇçĒēÏïKkMmÕõŌōPpŨũWwÂâĂăÊêÔôƠơƯư", "ÁÉÍÓÚÝáéíóúýĆćĹĺŃńŔŕŚśŹźǗǘΆΈΉΊΌΎΏΐάέήίΰόύώЃЌѓќḈḉḖḗḮḯḰḱḾḿṌṍṒṓṔṕṸṹẂẃẤấẮắẾếỐốỚớỨứ"),
        ('\u0302', "AEIOUaeiouCcGgHhJjSsWwYyZzẠạẸẹỌọ", "ÂÊÎÔÛâêîôûĈĉĜĝĤĥĴĵŜŝŴŵŶŷẐẑẬậỆệỘộ"),
        ('\u0303', "ANOanoIiUuVvÂâĂăEeÊêÔôƠơƯưYy", "ÃÑÕãñõĨĩŨũṼṽẪẫẴẵẼẽỄễỖỗỠỡỮữỸỹ"),
        ('\u0304', "AaEeIiOoUuÜüǪǫGgḶḷṚṛ", "ĀāĒēĪīŌōŪūǕǖǬǭḠḡḸḹṜṝ"),
        ('\u0306', "AaEeGgIiOoUuУИиуȨȩẠạ", "ĂăĔĕĞğĬĭŎŏŬŭЎЙйўḜḝẶặ"),
        ('\u0307', "CcEeGgIZzBbDdFfHhMmNnPpRrSsŚśŠšṢṣTtWwXxYyſ", "ĊċĖėĠġİŻżḂḃḊḋḞḟḢḣṀṁṄṅṖṗṘṙṠṡṤṥṦṧṨṩṪṫẆẇẊẋẎẏẛ"),
        ('\u0308', "AEIOUaeiouyYΙΥιυЕІеіHhÕõŪūWwXxt", "ÄËÏÖÜäëïöüÿŸΪΫϊϋЁЇёїḦḧṎṏṺṻẄẅẌẍẗ"),
        ('\u0309', "AaÂâĂăEeÊêIiOoÔôƠơUuƯưYy", "ẢảẨẩẲẳẺẻỂểỈỉỎỏỔổỞởỦủỬửỶỷ"),
        ('\u030A', "AaUuwy", "ÅåŮůẘẙ"),
        ('\u030B', "OoUu", "ŐőŰű"),
        ('\u030C', "CcDdEeLlNnRrSsTtZzAaIiOoUuÜüGgKkƷʒ", "ČčĎďĚěĽľŇňŘřŠšŤťŽžǍǎǏǐǑǒǓǔǙǚǦǧǨǩǮǯ"),
        ('\u030F', "AaEeIiOoRrUu", "ȀȁȄȅȈȉȌȍȐȑȔȕ"),
        ('\u0311', "AaEeIiOoRrUu", "ȂȃȆȇȊȋȎȏȒȓȖȗ"),
        ('\u0323', "BbDdHhKkLlMmNnRrSsTtVvWwZzAaEeIiOoƠơUuƯưYy", "ḄḅḌḍḤḥḲḳḶḷṂṃṆṇṚṛṢṣṬṭṾṿẈẉẒẓẠạẸẹỊịỌọỢợỤụỰựỴỵ"),
        ('\u0324', "Uu", "Ṳṳ"),
        ('\u0325', "Aa", "Ḁḁ"),
        ('\u0326', "SsTt", "ȘșȚț"),
        ('\u0327', "CcGgKkLlNnRrSsTtDdHh", "ÇçĢģĶķĻļŅņŖŗŞşŢţḐḑḨḩ"),
        ('\u0328', "AaEeIiUuOo", "ĄąĘęĮįŲųǪǫ"),
        ('\u032D', "DdEeLlNnTtUu", "ḒḓḘḙḼḽṊṋṰṱṶṷ"),
        ('\u032E', "Hh", "Ḫḫ"),
        ('\u0330', "EeIiUu", "ḚḛḬḭṴṵ"),
        ('\u0331', "BbDdKkLlNnRrTtZzh", "ḆḇḎḏḴḵḺḻṈṉṞṟṮṯẔẕẖ"),
    ];

    private static readonly Dictionary<(char, char), char> Composed =
        Table.SelectMany(t => t.Bare.Zip(t.Marked, (bare, marked) => (Parts: (bare, t.Mark), Whole: marked))).ToDictionary(p => p.Parts, p => p.Whole);

    private static readonly Dictionary<char, char> Unmarked = Composed.ToDictionary(c => c.Value, c => c.Key.Item1);

    /// <summary>Finds the single character for a letter followed by a mark; null if there is none.</summary>
    public static char? FindComposed(char letter, char mark) => Composed.TryGetValue((letter, mark), out var whole) ? whole : null;

    /// <summary>Strips the marks from a Latin letter: é becomes e, but й stays.</summary>
    public static char WithoutMarks(char letter) =>
        letter is < '\u0250' or >= '\u1E00' && Unmarked.TryGetValue(letter, out var bare) ? WithoutMarks(bare) : letter;
}
