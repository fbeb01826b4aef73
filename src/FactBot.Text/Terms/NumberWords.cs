using System.Collections.Frozen;
using System.Globalization;

namespace FactBot.Text.Terms;

/// <summary>The kind of a number word.</summary>
internal enum NumberKind
{
    /// <summary>A number to add: two, twenty, zwölf, триста.</summary>
    Cardinal,

    /// <summary>A multiplier of the number before it: hundred, thousand, Mio., млрд.</summary>
    Multiplier,

    /// <summary>A part: half, third, quarter.</summary>
    Part,

    /// <summary>An ordinal: first, zweite, третій.</summary>
    Ordinal,
}

/// <summary>A number word and its value; see <see cref="NumberWords"/>.</summary>
internal readonly record struct NumberWord(NumberKind Kind, decimal Value);

/// <summary>
/// Number words in English, German, French, Spanish, Portuguese, Ukrainian, Russian and Polish, and multipliers in some more
/// languages; in lowercase, without apostrophes or marks on Latin letters.
/// </summary>
internal static class NumberWords
{
    /// <summary>Each language's words, by code; words that mean something else in English count only in that language.</summary>
    private static readonly (string Language, NumberKind Kind, string Words)[] Lists =
    [
        ("", NumberKind.Cardinal, "two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 "
            + "sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90 zero=0"),
        ("", NumberKind.Cardinal, "zwei=2 drei=3 vier=4 funf=5 sechs=6 sieben=7 neun=9 zehn=10 zwolf=12 dreizehn=13 vierzehn=14 funfzehn=15 sechzehn=16 siebzehn=17 "
            + "achtzehn=18 neunzehn=19 zwanzig=20 dreissig=30 vierzig=40 funfzig=50 sechzig=60 siebzig=70 achtzig=80 neunzig=90 anderthalb=1.5 eineinhalb=1.5"),
        ("de", NumberKind.Cardinal, "acht=8 elf=11 null=0"),
        ("", NumberKind.Cardinal, "deux=2 trois=3 quatre=4 cinq=5 huit=8 douze=12 treize=13 quatorze=14 quinze=15 vingt=20 vingts=20 trente=30 quarante=40 "
            + "cinquante=50 soixante=60 septante=70 nonante=90"),
        ("fr", NumberKind.Cardinal, "sept=7 neuf=9 dix=10 onze=11 seize=16"),
        ("", NumberKind.Cardinal, "cuatro=4 cinco=5 siete=7 ocho=8 nueve=9 diez=10 doce=12 trece=13 catorce=14 quince=15 dieciseis=16 diecisiete=17 dieciocho=18 "
            + "diecinueve=19 veinte=20 veintiuno=21 veintiun=21 veintidos=22 veintitres=23 veinticuatro=24 veinticinco=25 veintiseis=26 veintisiete=27 veintiocho=28 "
            + "veintinueve=29 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90 ciento=100 doscientos=200 doscientas=200 trescientos=300 "
            + "trescientas=300 cuatrocientos=400 cuatrocientas=400 quinientos=500 quinientas=500 seiscientos=600 seiscientas=600 setecientos=700 setecientas=700 "
            + "ochocientos=800 ochocientas=800 novecientos=900 novecientas=900"),
        ("es", NumberKind.Cardinal, "dos=2 tres=3 seis=6 once=11 cien=100"),
        ("", NumberKind.Cardinal, "dois=2 duas=2 quatro=4 oito=8 treze=13 quatorze=14 dezesseis=16 dezasseis=16 dezessete=17 dezassete=17 dezoito=18 dezenove=19 dezanove=19 vinte=20 "
            + "trinta=30 quarenta=40 cinquenta=50 sessenta=60 oitenta=80 cento=100 duzentos=200 duzentas=200 trezentos=300 trezentas=300 quatrocentos=400 quatrocentas=400 "
            + "quinhentos=500 quinhentas=500 seiscentos=600 setecentos=700 oitocentos=800 novecentos=900"),
        ("pt", NumberKind.Cardinal, "tres=3 seis=6 sete=7 nove=9 dez=10 onze=11 doze=12 cem=100"),
        ("", NumberKind.Cardinal, "два=2 дві=2 двох=2 три=3 трьох=3 чотири=4 чотирьох=4 пять=5 пяти=5 шість=6 шести=6 сім=7 семи=7 вісім=8 восьми=8 девять=9 девяти=9 десять=10 десяти=10 "
            + "одинадцять=11 дванадцять=12 тринадцять=13 чотирнадцять=14 пятнадцять=15 шістнадцять=16 сімнадцять=17 вісімнадцять=18 девятнадцять=19 двадцять=20 тридцять=30 "
            + "сорок=40 пятдесят=50 шістдесят=60 сімдесят=70 вісімдесят=80 девяносто=90 сто=100 двісті=200 триста=300 чотириста=400 пятсот=500 шістсот=600 сімсот=700 "
            + "вісімсот=800 девятсот=900 півтора=1.5 півтори=1.5 півмільйона=500000 півмільярда=500000000 півтисячі=500"),
        ("", NumberKind.Cardinal, "две=2 двух=2 трех=3 четыре=4 четырех=4 шесть=6 семь=7 восемь=8 одиннадцать=11 двенадцать=12 тринадцать=13 четырнадцать=14 пятнадцать=15 "
            + "шестнадцать=16 семнадцать=17 восемнадцать=18 девятнадцать=19 двадцать=20 тридцать=30 пятьдесят=50 шестьдесят=60 семьдесят=70 восемьдесят=80 двести=200 "
            + "четыреста=400 пятьсот=500 шестьсот=600 семьсот=700 восемьсот=800 девятьсот=900 полтора=1.5 полторы=1.5 полмиллиона=500000 полмиллиарда=500000000 полтысячи=500"),
        ("", NumberKind.Cardinal, "dwa=2 dwie=2 dwoch=2 trzy=3 trzech=3 cztery=4 czterech=4 piec=5 pieciu=5 szesc=6 szesciu=6 siedem=7 siedmiu=7 osiem=8 osmiu=8 dziewiec=9 "
            + "dziewieciu=9 dziesiec=10 dziesieciu=10 jedenascie=11 dwanascie=12 trzynascie=13 czternascie=14 pietnascie=15 szesnascie=16 siedemnascie=17 osiemnascie=18 "
            + "dziewietnascie=19 dwadziescia=20 trzydziesci=30 czterdziesci=40 piecdziesiat=50 szescdziesiat=60 siedemdziesiat=70 osiemdziesiat=80 dziewiecdziesiat=90 "
            + "dwiescie=200 trzysta=300 czterysta=400 piecset=500 szescset=600 siedemset=700 osiemset=800 dziewiecset=900 poltora=1.5"),
        ("pl", NumberKind.Cardinal, "sto=100"),
        ("", NumberKind.Multiplier, "hundred=100 hundert=100 dozen=12 dutzend=12 douzaine=12 docena=12 duzia=12 дюжина=12 thousand=1000 tausend=1000 tsd=1000 тисяча=1000 тисячі=1000 тисяч=1000 "
            + "тис=1000 тысяча=1000 тысячи=1000 тысяч=1000 тыс=1000 tysiac=1000 tysiace=1000 tysiecy=1000 tys=1000 lakh=100000 crore=10000000 "
            + "million=1000000 millionen=1000000 mio=1000000 mln=1000000 millon=1000000 millones=1000000 milhao=1000000 milhoes=1000000 milion=1000000 miliony=1000000 "
            + "milionow=1000000 мільйон=1000000 мільйони=1000000 мільйона=1000000 мільйонів=1000000 miliona=1000000 miliarda=1000000000 мільярда=1000000000 миллион=1000000 миллиона=1000000 миллионов=1000000 млн=1000000 "
            + "billion=1000000000 bln=1000000000 milliarde=1000000000 milliarden=1000000000 mrd=1000000000 milliard=1000000000 milliards=1000000000 bilhao=1000000000 bilhoes=1000000000 "
            + "miliard=1000000000 miliardy=1000000000 miliardow=1000000000 mld=1000000000 мільярд=1000000000 мільярди=1000000000 мільярдів=1000000000 миллиард=1000000000 "
            + "миллиарда=1000000000 миллиардов=1000000000 млрд=1000000000 trillion=1000000000000 trilhao=1000000000000 trilhoes=1000000000000 billionen=1000000000000 "
            + "billones=1000000000000 billon=1000000000000 bilion=1000000000000 biliony=1000000000000 bilionow=1000000000000 трильйон=1000000000000 трильйони=1000000000000 "
            + "трильйонів=1000000000000 триллион=1000000000000 триллиона=1000000000000 триллионов=1000000000000 трлн=1000000000000 "
            + "ألف=1000 الف=1000 آلاف=1000 مليون=1000000 ملايين=1000000 مليار=1000000000 हज़ार=1000 हजार=1000 लाख=100000 करोड़=10000000 करोड=10000000"),
        ("fr", NumberKind.Multiplier, "cent=100 cents=100 mille=1000"),
        ("es", NumberKind.Multiplier, "mil=1000"),
        ("pt", NumberKind.Multiplier, "mil=1000"),
        ("", NumberKind.Part, "half=0.5 halves=0.5 halfte=0.5 moitie=0.5 mitad=0.5 metade=0.5 половина=0.5 половину=0.5 polowa=0.5 polowe=0.5 "
            + "третина=1/3 третину=1/3 чверть=0.25 треть=1/3 четверть=0.25"),
        ("", NumberKind.Ordinal, "first=1 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 twelfth=12 thirteenth=13 fourteenth=14 fifteenth=15 "
            + "sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20 thirtieth=30 erste=1 ersten=1 erster=1 erstes=1 zweite=2 zweiten=2 zweiter=2 zweites=2 dritte=3 "
            + "dritten=3 dritter=3 vierte=4 vierten=4 funfte=5 funften=5 premier=1 premiere=1 deuxieme=2 troisieme=3 quatrieme=4 cinquieme=5 primero=1 primera=1 "
            + "segundo=2 segunda=2 tercero=3 tercera=3 tercer=3 primeiro=1 primeira=1 terceiro=3 terceira=3 перший=1 перша=1 перше=1 перші=1 другий=2 друга=2 друге=2 третій=3 третя=3 "
            + "третє=3 первый=1 первая=1 первое=1 второй=2 вторая=2 второе=2 третий=3 третья=3 третье=3 pierwszy=1 pierwsza=1 pierwsze=1 drugi=2 druga=2 trzeci=3 trzecia=3"),
        ("en", NumberKind.Ordinal, "second=2"),
    ];

    private static readonly FrozenDictionary<string, (string Language, NumberWord Word)[]> All = Lists
        .SelectMany(l => l.Words.Split(' ').Select(w => w.Split('=')).Select(w => (Word: w[0], Entry: (l.Language, new NumberWord(l.Kind, ValueOf(w[1]))))))
        .GroupBy(e => e.Word, e => e.Entry).ToFrozenDictionary(g => g.Key, g => g.ToArray());

    private static readonly FrozenSet<string> Beginnings = All.Keys.Concat(
        ("a an one ein eine einer einen eins uno halbe halben halber demi medio media meio meia pol пів un une una um uma один одна одну jeden jedna minus мінус минус moins menos "
        + "us u c can usd eur gbp uah rub pln jpy chf inr cny").Split(' ')).ToFrozenSet();

    /// <summary>Whether the word can begin a number.</summary>
    public static bool CanBegin(string word) => Beginnings.Contains(word);

    /// <summary>Returns the word's meaning in a text of that language; null if it isn't a number.</summary>
    public static NumberWord? Find(string word, string language)
    {
        if (All.TryGetValue(word, out var entries))
        {
            foreach (var (of, entry) in entries)
            {
                if (of.Length == 0 || of == language)
                {
                    // On the long scale, a billion has twelve zeros.
                    return (word, language) switch
                    {
                        ("billion", "de" or "fr") => entry with { Value = 1e12m },
                        ("trillion", "de" or "fr") => entry with { Value = 1e18m },
                        _ => entry,
                    };
                }
            }
        }

        return language == "de" && word.Length > 6 && GermanNumber.Find(word) is { } german ? new(NumberKind.Cardinal, german) : null;
    }

    private static decimal ValueOf(string text) =>
        text == "1/3" ? Third : decimal.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>A third, to the precision that's compared.</summary>
    public const decimal Third = 0.3333m;
}
