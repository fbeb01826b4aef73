using FactBot.Benchmarks;

var arguments = new Arguments(args);
try
{
    return arguments.Command switch
    {
        "matching" => await MatchingBenchmark.RunAsync(arguments, decides: false),
        "decision" => await MatchingBenchmark.RunAsync(arguments, decides: true),
        "worthiness" => await WorthinessBenchmark.RunAsync(arguments),
        "small" => await SmallDeskBenchmark.RunAsync(arguments),
        "sentences" => SentenceBenchmark.Run(arguments),
        "speed" => await SpeedBenchmark.RunAsync(arguments),
        "load" => await LoadBenchmark.RunAsync(arguments),
        PlainBot.Command => await PlainBot.RunAsync(),
        "growth" => await GrowthBenchmark.RunAsync(arguments),
        _ => throw new FormatException("""
            What is to be measured?
              matching   --claims FILE --queries FILE --out FILE [--qrels FILE] [--learn QUERIES QRELS] [--typos]
              decision   the same; the gold is needed, as --qrels or beside the queries
              worthiness --in FILE --out FILE [--learn FOLDER]
              small      --claims FILE --queries FILE --qrels FILE [--asked NUMBER] [--taught NUMBER]
              sentences  --in FOLDER (a file a language: en.txt, de.txt …)
              speed      --claims FILE --queries FILE --count NUMBER
              load       [--claims NUMBER] [--bot FOLDER] [--json FILE]
              growth     --claims NUMBER [--folder FOLDER] [--bot FOLDER] [--json FILE]
            """),
    };
}
catch (Exception e) when (e is FormatException or IOException)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
