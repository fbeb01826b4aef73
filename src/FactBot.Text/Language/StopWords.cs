using FactBot.Text.Characters;

namespace FactBot.Text.Language;

/// <summary>Words that don't show what a text is about.</summary>
internal static class StopWords
{
    // In the form in which words are compared: without marks on Latin letters.
    private static readonly HashSet<string> All =
    [
        .. string.Concat(("a about above after again all also am an and any are as at be because been before being below between both but by can "
        + "could did do does doing down during each few for from further had has have having he her here hers him his how i if in "
        + "into is it its itself just let me more most my of off on once only or other our out over own same she should so some "
        + "such than that the their them then there these they this those through to too under until up very was we were what when "
        + "where which while who whom why will with would you your yours s t re ve ll d m amp rt via pic com www http https "
        + "der die das den dem des ein eine einen einem einer und oder aber ist sind war waren hat haben wird werden in im an am auf "
        + "zu zum zur von vom mit für bei nach aus als auch sich es sie er wir ihr ich le la les un une des du de et ou est sont "
        + "était dans par pour sur avec au aux que qui ce cette ces il elle ils elles nous vous je se ne pas el los las una unos y o "
        + "en por para con del al es son era fue lo su sus como más та і й або у в на з із зі за до від про що як це цей ця ці той "
        + "він вона воно вони ми ви я його її їх був була було були є а але не").Select(Letters.WithoutMarks)).Split(' '),
    ];

    public static bool Contains(string word) => All.Contains(word);
}
