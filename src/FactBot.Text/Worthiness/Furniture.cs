using System.Text.RegularExpressions;
using FactBot.Text.Sentences;

namespace FactBot.Text.Worthiness;

/// <summary>Text around an article's sentences that states nothing itself, and text that only gives an opinion.</summary>
internal static partial class Furniture
{
    /// <summary>How far a headline, caption, byline or dateline sinks: a sentence in the text says the same anyway.</summary>
    private const double OfLayout = 4;

    /// <summary>How far an opinion or a question sinks, in addition to its features.</summary>
    private const double OfView = 2;

    /// <summary>In words; longer lines without a full stop count as sentences that lost theirs.</summary>
    private const int LongestHeading = 16;

    /// <summary>How far the sentence sinks below the score of its words.</summary>
    public static double SinkOf(Sentence place, string text)
    {
        var sentence = place.In(text).Trim();
        if (IsHeading(place, text, sentence) || Caption().IsMatch(sentence) || Byline().IsMatch(sentence) || Dateline().IsMatch(sentence))
        {
            return OfLayout;
        }

        return View().IsMatch(sentence) || sentence.TrimEnd('"', '”', '»', '“', ')').EndsWith('?') || sentence.StartsWith('¿') ? OfView : 0;
    }

    /// <summary>Whether it's a short line of its own without a mark at the end.</summary>
    private static bool IsHeading(Sentence place, string text, string sentence) =>
        !Ended().IsMatch(sentence) && sentence.AsSpan().Count(' ') < LongestHeading
        && (place.Start == 0 || text[place.Start - 1] is '\n' or '\r') && (place.End >= text.Length || text[place.End] is '\n' or '\r');

    [GeneratedRegex(@"[.!?…。！？।؟][""'”’»“)\]]*$")]
    private static partial Regex Ended();

    [GeneratedRegex(@"^\(?(?:photos?|images?|pictures?|pictured|above|below|graphic|illustration|video|credit|fotos?|bild|grafik|symbolbild|crédits?|photographie|légende|imagen|imagem|gráfico|фото|зображення|світлина|zdjęcie|rys)\b[^.]{0,40}[:\-–—(]|\b(?:photo|foto|bild|crédit|фото|image)\s*(?:by|de|von|:|credit|/)|\b(?:getty images|ap photo|afp|/\s?reuters|/\s?dpa|picture alliance)\b|\((?:left|right|links|rechts|à gauche|à droite|izquierda|derecha|ліворуч|праворуч|зліва|справа)\)", RegexOptions.IgnoreCase)]
    private static partial Regex Caption();

    [GeneratedRegex(@"^(?:By|Written by|Reporting by|Text by|Von|Text:|Par|Por|De|Autor(?:a|in)?:?|Автор(?:ка)?:?|Od|Autor:)\s+\p{Lu}[\p{L}.’'-]+(?:\s+(?:and|und|et|y|e|та|i|de|von|van)?\s?\p{Lu}[\p{L}.’'-]+){0,5}[^.!?]{0,60}\.?$")]
    private static partial Regex Byline();

    [GeneratedRegex(@"^(?:published|updated|posted|last updated|veröffentlicht|aktualisiert|stand:|publié|mis à jour|publicado|actualizado|atualizado|опубліковано|оновлено|опубликовано|обновлено|opublikowano|read more|subscribe|share this|©|copyright|weiterlesen|lire aussi|lea también|leia também|читайте також)\b|^\p{Lu}{3,}[\p{Lu} ]*,? [^.!?]{0,40}(?:\([\p{L} ]+\))?\s*[–—-]?$", RegexOptions.IgnoreCase)]
    private static partial Regex Dateline();

    [GeneratedRegex(@"\b(?:arguably|in our (?:view|opinion)|it is (?:time|high time|a shame|a disgrace)|deserves? (?:better|more|an?)|(?:a|nothing but a) (?:disgrace|scandal|shame|joy|blessing)|ich (?:meine|hoffe)|wir (?:sollten|müssen|brauchen)|unserer meinung|meiner meinung|müsste|eine schande|wunderschön|es wird zeit|à mon avis|à notre avis|il faut|on devrait|nous devons|une honte|magnifique|en mi opinión|a mi juicio|hay que|debemos|deberíamos|una vergüenza|maravillos\w+|na minha opinião|devemos|é preciso|uma vergonha|на мою думку|на нашу думку|потрібно|варто|повинні|маємо|ганьба|чудов\w+|по-моему|на мой взгляд|должны|нужно|позор|moim zdaniem|powinniśmy|trzeba|wstyd)\b", RegexOptions.IgnoreCase)]
    private static partial Regex View();
}
