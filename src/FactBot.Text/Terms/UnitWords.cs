using System.Collections.Frozen;

namespace FactBot.Text.Terms;

/// <summary>Units, currencies and months in the languages that FactBot reads, with one word for each.</summary>
internal static class UnitWords
{
    public const string Percent = "percent", PercentPoint = "percentpoint";

    /// <summary>The English month names; their order gives each month's number.</summary>
    public static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    // Each unit and its spellings, in lowercase, without marks on Latin letters.
    private static readonly string[] Units =
    [
        "percent percents pct prozent pourcent процент проценты процентов процента відсоток відсотки відсотків відсотка procent procenta procentow",
        "percentpoint prozentpunkt prozentpunkte prozentpunkten",
        "kilometer kilometers kilometre kilometres kilometern kilometros kilometro quilometro quilometros кілометр кілометри кілометрів километр километра километров kilometrow kilometry",
        "meter meters metre metres metern metro metros метр метри метрів метра метров metrow metry",
        "centimeter centimeters centimetre centimetres zentimeter centimetros", "millimeter millimeters millimetre millimetres milimetros",
        "kilogram kilograms kilogramm kilogramme kilogrammes kilo kilos kilogramo kilogramos кілограм кілограмів килограмм килограммов kilogramow",
        "gram grams gramm gramme grammes gramo gramos", "tonne tonnes tonnen тонна тонни тонн тонны tony tonn toneladas tonelada",
        "liter liters litre litres litern litros litro літр літрів литр литров litrow", "hectare hectares hektar hectareas гектар гектарів гектаров hektarow",
        "dollar dollars usd dolar dolares долар долари доларів доллар доллара долларов dolary dolarow", "euro euros eur євро евро",
        "pound pounds gbp pfund livres libras фунт фунтів фунтов funtow", "hryvnia hryvnias uah грн гривня гривні гривень гривна гривны гривен",
        "ruble rubles rouble roubles rub рубль рубля рублей рублів руб rubel rubli", "zloty zlotys zlotych zlote pln злотий злотих", "yen jpy", "yuan cny renminbi",
        "rupee rupees inr", "franc francs chf franken", "year years jahr jahre jahren ans annees annee anos ano рік роки років год года лет lat lata",
        "hour hours stunde stunden heure heures hora horas година години годин час часа часов godzin godziny", "minute minutes minuten minuto minutos хвилин хвилини минут минуты minut",
        "day days tag tage tagen jour jours dia dias день дні днів дня дней dni",
    ];

    // Abbreviations that mean a unit only after a number.
    private static readonly string[] Short =
    [
        "percent pc vh", "percentpoint pp", "kilometer km км", "meter m м", "centimeter cm см", "millimeter mm мм", "kilogram kg кг", "gram g г", "tonne t т", "liter l л", "hectare ha га",
        "hour h hr hrs std", "minute min mins", "zloty zl", "kwh kwh", "mile mi", "franc fr",
    ];

    private static readonly string[] MonthWords =
    [
        "january januar janner janvier enero janeiro січня січень января январь stycznia styczen", "february februar fevrier febrero fevereiro лютого лютий февраля февраль lutego luty",
        "march marz marzo marco березня березень марта март marca marzec", "april avril abril квітня квітень апреля апрель kwietnia kwiecien",
        "may mayo maio травня травень мая май maja", "june juni juin junio junho червня червень июня июнь czerwca czerwiec",
        "july juli juillet julio julho липня липень июля июль lipca lipiec", "august aout agosto серпня серпень августа август sierpnia sierpien",
        "september septembre septiembre setembro вересня вересень сентября сентябрь wrzesnia wrzesien", "october oktober octobre octubre outubro жовтня жовтень октября октябрь pazdziernika pazdziernik",
        "november novembre noviembre novembro листопада листопад ноября ноябрь listopada listopad", "december dezember decembre diciembre dezembro грудня грудень декабря декабрь grudnia grudzien",
    ];

    // Words that mean a month only beside a number: May and March are also names and verbs.
    private static readonly string[] ShortMonths =
    [
        "jan ene", "feb fev", "mar mars", "apr abr avr", "mai maj", "jun", "jul", "aug ago", "sep sept set", "oct okt out", "nov", "dec dez dic",
    ];

    private static readonly FrozenDictionary<string, string> All = Read(Units, u => u.Split(' ')[0]);
    private static readonly FrozenDictionary<string, string> AfterNumber = Read(Short, u => u.Split(' ')[0], skip: 1);
    private static readonly FrozenDictionary<string, int> MonthNumbers = ReadMonths(MonthWords);
    private static readonly FrozenDictionary<string, int> ShortMonthNumbers = ReadMonths(ShortMonths);

    /// <summary>Returns the word's unit; null if it isn't one.</summary>
    public static string? Find(string word) => All.GetValueOrDefault(word);

    /// <summary>Returns the word's unit after a number; null if it isn't one.</summary>
    public static string? FindAfterNumber(string word) => AfterNumber.GetValueOrDefault(word) ?? Find(word);

    /// <summary>Returns the sign's unit; null if it isn't one.</summary>
    public static string? OfSign(char sign) => sign switch
    {
        '%' or '٪' => Percent,
        '$' => "dollar",
        '€' => "euro",
        '£' => "pound",
        '¥' => "yen",
        '₴' => "hryvnia",
        '₽' => "ruble",
        '₹' => "rupee",
        _ => null,
    };

    /// <summary>Whether the sign is a currency, which usually precedes its number.</summary>
    public static bool IsCurrency(char sign) => sign is not ('%' or '٪') && OfSign(sign) is not null;

    /// <summary>Returns the month that the word names, 1 to 12; null if it isn't one.</summary>
    public static int? FindMonth(string word, bool isBesideNumber) =>
        MonthNumbers.TryGetValue(word, out var month) ? month
            : isBesideNumber && ShortMonthNumbers.TryGetValue(word, out month) ? month
            : null;

    private static FrozenDictionary<string, string> Read(string[] lists, Func<string, string> nameOf, int skip = 0) =>
        lists.SelectMany(l => l.Split(' ').Skip(skip).Select(w => (Word: w, Name: nameOf(l)))).ToFrozenDictionary(w => w.Word, w => w.Name);

    private static FrozenDictionary<string, int> ReadMonths(string[] lists) =>
        lists.SelectMany((l, i) => l.Split(' ').Select(w => (Word: w, Month: i + 1))).ToFrozenDictionary(w => w.Word, w => w.Month);
}
