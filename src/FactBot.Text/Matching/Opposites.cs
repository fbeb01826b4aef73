using System.Collections.Frozen;

namespace FactBot.Text.Matching;

/// <summary>Pairs of opposites; replacing one with the other changes what a sentence states.</summary>
internal static class Opposites
{
    private const string Pairs =
        "rose/fell rise/fall rises/falls rising/falling risen/fallen grew/shrank increase/decrease increased/decreased increases/decreases up/down more/fewer more/less higher/lower high/low most/least "
        + "first/last best/worst largest/smallest biggest/smallest highest/lowest oldest/youngest longest/shortest better/worse larger/smaller bigger/smaller "
        + "men/women man/woman male/female boys/girls boy/girl husband/wife father/mother before/after above/below over/under inside/outside for/against with/without "
        + "always/never all/none everybody/nobody everyone/nobody win/lose won/lost wins/loses gained/lost open/close opened/closed opens/closes bought/sold buy/sell buys/sells import/export imports/exports imported/exported "
        + "accepted/rejected approved/rejected passed/rejected allowed/banned legal/illegal guilty/innocent alive/dead born/died north/south east/west northern/southern eastern/western left/right "
        + "true/false confirmed/denied confirms/denies admitted/denied supports/opposes supported/opposed support/oppose started/ended begins/ends began/ended arrived/left hired/fired rich/poor "
        + "old/young new/old day/night summer/winter morning/evening safe/dangerous causes/prevents caused/prevented raises/lowers raised/lowered raised/cut doubled/halved minimum/maximum majority/minority domestic/foreign "
        + "public/private hot/cold warmer/colder early/late earlier/later "
        + "stieg/fiel stiegen/fielen gestiegen/gefallen steigt/sinkt mehr/weniger hoher/niedriger erste/letzte erster/letzter manner/frauen mann/frau vor/nach uber/unter fur/gegen mit/ohne immer/nie alle/keine gewann/verlor gewonnen/verloren "
        + "offnete/schloss gekauft/verkauft kaufte/verkaufte erlaubt/verboten legal/illegal norden/suden osten/westen wahr/falsch bestatigt/bestritten bestatigte/bestritt beste/schlechteste grosste/kleinste zunahme/abnahme "
        + "augmente/diminue augmente/baisse hausse/baisse plus/moins premier/dernier premiere/derniere hommes/femmes homme/femme avant/apres pour/contre avec/sans toujours/jamais gagne/perdu ouvert/ferme achete/vendu autorise/interdit nord/sud vrai/faux confirme/nie meilleur/pire grand/petit "
        + "subio/bajo subieron/bajaron aumento/disminuyo mas/menos primero/ultimo primera/ultima hombres/mujeres hombre/mujer antes/despues favor/contra con/sin siempre/nunca gano/perdio abrio/cerro compro/vendio legal/ilegal norte/sur verdadero/falso confirmo/nego mejor/peor mayor/menor "
        + "subiu/caiu subiram/cairam aumentou/diminuiu mais/menos primeiro/ultimo primeira/ultima homens/mulheres homem/mulher antes/depois com/sem sempre/nunca ganhou/perdeu abriu/fechou comprou/vendeu norte/sul verdadeiro/falso confirmou/negou melhor/pior maior/menor "
        + "зріс/впав зросла/впала зросло/впало зросли/впали збільшився/зменшився збільшилась/зменшилась збільшилася/зменшилася більше/менше вище/нижче перший/останній перша/остання чоловіки/жінки чоловіків/жінок чоловік/жінка до/після за/проти з/без завжди/ніколи всі/жоден виграв/програв "
        + "виграла/програла відкрили/закрили відкрив/закрив купив/продав купила/продала дозволили/заборонили підтвердив/заперечив північ/південь схід/захід правда/неправда найбільший/найменший найвищий/найнижчий "
        + "вырос/упал выросла/упала выросло/упало выросли/упали увеличился/уменьшился увеличилась/уменьшилась больше/меньше выше/ниже первый/последний первая/последняя мужчины/женщины мужчин/женщин мужчина/женщина до/после за/против с/без всегда/никогда все/никто выиграл/проиграл "
        + "открыли/закрыли открыл/закрыл купил/продал разрешили/запретили подтвердил/опроверг север/юг восток/запад правда/ложь "
        + "wzrosl/spadl wzrosla/spadla wzroslo/spadlo wzrosly/spadly wiecej/mniej wyzszy/nizszy pierwszy/ostatni pierwsza/ostatnia mezczyzni/kobiety mezczyzna/kobieta przed/po za/przeciw z/bez zawsze/nigdy wygral/przegral wygrala/przegrala otwarto/zamknieto kupil/sprzedal dozwolone/zakazane polnoc/poludnie prawda/falsz";

    private static readonly FrozenDictionary<string, string[]> All = Pairs.Split(' ').Select(p => p.Split('/'))
        .SelectMany(p => new[] { (One: p[0], Other: p[1]), (One: p[1], Other: p[0]) }).GroupBy(p => p.One, p => p.Other).ToFrozenDictionary(g => g.Key, g => g.Distinct().ToArray());

    /// <summary>Finds a word of one text whose opposite is in the other text; null if there is none.</summary>
    public static (string Yours, string There)? Find(IReadOnlyCollection<string> yours, IReadOnlyCollection<string> there)
    {
        foreach (var word in yours)
        {
            if (All.TryGetValue(word, out var contraries) && !there.Contains(word) && contraries.FirstOrDefault(c => there.Contains(c) && !yours.Contains(c)) is { } contrary)
            {
                return (word, contrary);
            }
        }

        return null;
    }
}
