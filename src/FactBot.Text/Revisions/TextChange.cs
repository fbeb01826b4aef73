using System.Text.RegularExpressions;
using FactBot.Text.Language;

namespace FactBot.Text.Revisions;

/// <summary>Tells edits of a page's text from changes that happen by themselves, in times, counts or lists of links.</summary>
public static partial class TextChange
{
    /// <summary>In characters. Longer lines are sentences of the article, whatever they contain.</summary>
    private const int LongestNote = 100;

    /// <summary>Whether the page shows something other than the article: a consent prompt, an error, another article.</summary>
    public static bool IsSomethingElse(string before, string now) => Likeness.AreTwo(before, now);

    /// <summary>Whether nothing was edited: all lines are equal, except those that change by themselves.</summary>
    public static bool IsNone(string before, string now)
    {
        var (old, present) = (LinesOf(before), LinesOf(now));
        return old.SequenceEqual(present);
    }

    /// <summary>Returns the lines that people wrote, without relative times, counters and lists of other articles.</summary>
    private static List<string> LinesOf(string text)
    {
        var lines = new List<string>();
        var isInList = false;
        foreach (var line in text.Split('\n').Select(l => WithoutAgo(l.Trim())).Where(l => l.Length > 0))
        {
            if (RelatedHeading.Is(line))
            {
                isInList = true;
                continue;
            }

            // Titles of other articles don't end like a sentence.
            isInList &= line.Length <= 160 && !SentenceEnd().IsMatch(line);
            var kept = line.Length <= LongestNote ? WithoutNotes(line) : line;
            if (!isInList && kept.Length > 0)
            {
                lines.Add(kept);
            }
        }

        return lines;
    }

    /// <summary>Removes timestamps and counts, separated by bars or dots, from a short line.</summary>
    private static string WithoutNotes(string line) => Stamp().IsMatch(line) ? ""
        : string.Join(" · ", Parts().Split(line).Where(p => p.Trim().Length > 0 && !Stamp().IsMatch(p) && !Count().IsMatch(p) && p.Trim() != "0"));

    [GeneratedRegex(@"\s[|·•–]\s|\s{2,}")]
    private static partial Regex Parts();

    /// <summary>In a short line that isn't a sentence, replaces times such as “5 minutes ago” with a fixed figure.</summary>
    private static string WithoutAgo(string line) => line.Length > LongestNote || SentenceEnd().IsMatch(line) ? line : Ago().Replace(line, "0");

    [GeneratedRegex(@"[.!?。！？।؟][”’""'»)\]]*$")]
    private static partial Regex SentenceEnd();

    // Relative times, in the languages of the newsrooms that FactBot serves.
    [GeneratedRegex(@"(?:\b(?:an?|\d+)\s*(?:seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|months?)\s+ago\b|\bjust now\b|\bmoments? ago\b|\bvor\s+(?:\w+|\d+)\s+(?:Sekunden?|Minuten?|Min\.?|Stunden?|Std\.?|Tag(?:en)?|Wochen?)|\bil y a\s+(?:\w+|\d+)\s*\w+|\bhace\s+(?:\w+|\d+)\s*\w+|\bh[áa]\s+(?:\w+|\d+)\s*\w+|(?:\w+|\d+)\s+\w+\s+(?:тому|назад|temu|fa|geleden|sedan|siden|atrás|önce)\b|\bpřed\s+\d+\s+\w+|(?:\d+)\s*(?:秒|分|分钟|分鐘|小时|小時|時間|天|日)(?:前|以前|之前)|\d+\s*(?:분|시간|일)\s*전|منذ\s+(?:\d+\s+)?\S+|\d+\s*(?:मिनट|घंटे|दिन)\s*पहले)", RegexOptions.IgnoreCase)]
    private static partial Regex Ago();

    // A whole line that says when the page was last changed.
    [GeneratedRegex(@"^(?=.*\d)\W*(?:last\s+)?(?:updated?|modified|refreshed|published|posted|zuletzt|aktualisiert|stand|veröffentlicht|mis à jour|mise à jour|publié|dernière (?:mise|modification)|actualizad[oa]|publicad[oa]|última|atualizad[oa]|оновлено|опубліковано|обновлено|опубликовано|aktualizacja|zaktualizowano|aggiornato|bijgewerkt|uppdaterad|更新|最終更新|最后更新|آخر تحديث|अपडेट)\b?.{0,80}$", RegexOptions.IgnoreCase)]
    private static partial Regex Stamp();

    [GeneratedRegex(@"^\W*(?:[\d.,\s\u202F]+\s*(?:[kmKM]|тис\.?|Tsd\.?|mil|万|萬)?\+?\s*(?:views?|comments?|shares?|likes?|reads?|reactions?|retweets?|replies|followers|votes?|watching(?: now)?|people (?:are )?(?:reading|watching|viewing).{0,20}|readers? now|Aufrufe?|Kommentare?|Leser|Mal geteilt|vues?|commentaires?|partages?|lectures?|vistas?|visitas?|comentarios?|compartidos?|me gusta|visualizaç\w+|comentários?|переглядів|перегляд\w*|коментар\w*|просмотр\w*|комментари\w*|wyświetle\w*|komentarz\w*|visualizzazioni|commenti|回复|评论|阅读|閱讀|次阅读|コメント|件|いいね|مشاهدة|تعليق\w*|टिप्पणियाँ)|(?:views?|comments?|shares?|likes?|reads?|Aufrufe|Kommentare|vues|commentaires|vistas|comentarios|переглядів|просмотров|коментарі|комментарии|阅读|浏览|評論)\s*[:(]?\s*[\d.,\s]+[km]?\)?|\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]m)?(?:\s*[A-Z]{2,4})?|\d+\s*(?:min(?:ute)?s?\s*read|Min\.? Lesezeit|min de lecture|хв на читання|мин\.? чтения))\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Count();
}
