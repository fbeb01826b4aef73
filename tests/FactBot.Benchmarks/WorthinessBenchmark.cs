using System.Diagnostics;
using System.Globalization;
using FactBot.Text.Worthiness;

namespace FactBot.Benchmarks;

/// <summary><c>worthiness</c>: which sentences are most worth checking.</summary>
internal static class WorthinessBenchmark
{
    /// <summary>Sentences that are scored once before time is taken.</summary>
    private const int WarmUp = 1000;

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var model = WorthinessModel.ByHand;
        if (arguments.Find("learn") is { } folder)
        {
            model = model.Learn([.. Directory.EnumerateFiles(folder).Order().SelectMany(Sentences).Where(s => s.IsWorthy is not null).Select(s => (s.Text, s.IsWorthy!.Value))]);
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{model.Words.Count:N0} words learned"));
        }

        await using var output = new StreamWriter(arguments.Get("out"));
        var precisions = new List<double>();
        var count = 0;
        // A folder is as good as each of its files, and then the mean of their figures is told.
        var input = arguments.Get("in");
        var files = Directory.Exists(input) ? Directory.GetFiles(input).Order().ToArray() : [input];
        // A bot that has run for a while has its code compiled already.
        _ = files.SelectMany(Sentences).Take(WarmUp).Sum(s => model.ScoreOf(s.Text));
        var clock = Stopwatch.StartNew();
        foreach (var file in files)
        {
            var scored = Sentences(file).Select(s => (s.Line, Score: model.ScoreOf(s.Text), s.IsWorthy)).ToList();
            count += scored.Count;
            foreach (var (line, score, _) in scored)
            {
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{line}\t{score:F6}"));
            }

            precisions.Add(Figures.AveragePrecision([.. scored.Select(s => (s.Score, s.IsWorthy is true))]));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"MAP {precisions.Average():F4} over {precisions.Count} files; {clock.Elapsed.TotalMilliseconds / count * 1000:F0} ms per 1,000 sentences"));
        return 0;
    }

    /// <summary>Of a debate (<c>line, speaker, sentence, label</c>), or of a file with a header and quotes (<c>id, text, label</c>).</summary>
    private static IEnumerable<(string Line, string Text, bool? IsWorthy)> Sentences(string file)
    {
        foreach (var line in File.ReadLines(file))
        {
            var columns = line.Split('\t');
            if (columns is [var number, _, var said, ..] && int.TryParse(number, out _) && columns.Length >= 3 && columns[^1] is not ("Yes" or "No"))
            {
                yield return (number, said, columns.Length > 3 ? columns[3] == "1" : null);
            }
            else if (columns is [var id, var text, ..] && id != "Sentence_id")
            {
                var unquoted = text.Length > 1 && text[0] == '"' && text[^1] == '"' ? text[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : text;
                yield return (id, unquoted, columns.ElementAtOrDefault(2) is { } label ? label == "Yes" : null);
            }
        }
    }
}
