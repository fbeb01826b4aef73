using System.Diagnostics;
using FactBot.Tests.Articles;
using FactBot.Text.Sentences;

namespace FactBot.Benchmarks;

/// <summary>How many boundaries of sentences are right, by language, and how long a megabyte takes.</summary>
internal static class SentenceBenchmark
{
    /// <summary>Reads texts with a sentence a line, apart by blank lines, from a file a language.</summary>
    /// <exception cref="FormatException">No folder was named.</exception>
    public static int Run(Arguments arguments)
    {
        foreach (var file in Directory.EnumerateFiles(arguments.Get("in"), "*.txt").Order())
        {
            var language = Path.GetFileNameWithoutExtension(file);
            var gold = File.ReadAllText(file);
            var score = SentenceGold.Score(gold, language is "zh" or "ja");
            Console.WriteLine($"{language}  {score.Right,5} of {score.All,5}  {(double)score.Right / score.All:F3}");
            foreach (var wrong in arguments.Has("wrong") ? score.Wrong : [])
            {
                Console.WriteLine($"    {wrong}");
            }
        }

        var text = string.Concat(Enumerable.Repeat(File.ReadAllText(Path.Combine(arguments.Get("in"), "en.txt")), 120));
        SentenceSplitter.Split(text);
        var watch = Stopwatch.StartNew();
        var count = SentenceSplitter.Split(text).Count;
        Console.WriteLine($"{text.Length:N0} characters, {count:N0} sentences: {watch.Elapsed.TotalMilliseconds:F0} ms");
        return 0;
    }
}
