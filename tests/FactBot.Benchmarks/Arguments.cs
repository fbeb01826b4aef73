namespace FactBot.Benchmarks;

/// <summary>The command line: a command, then <c>--name</c> with its values.</summary>
internal sealed class Arguments(IReadOnlyList<string> args)
{
    public string Command => args.Count > 0 ? args[0] : "";

    public bool Has(string name) => args.Contains("--" + name);

    /// <summary>The values after the name; empty where it is not there.</summary>
    public IReadOnlyList<string> ValuesOf(string name) =>
        [.. args.SkipWhile(a => a != "--" + name).Skip(1).TakeWhile(a => !a.StartsWith("--", StringComparison.Ordinal))];

    public string? Find(string name) => ValuesOf(name) is [var first, ..] ? first : null;

    /// <exception cref="FormatException">It is missing.</exception>
    public string Get(string name) => Find(name) ?? throw new FormatException($"--{name} is missing.");
}
