namespace FactBot.Mutations;

/// <summary>One change of one place in the source.</summary>
/// <param name="File">The path from the root of the repository.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Start">Where the changed text begins, in characters.</param>
internal sealed record Mutation(Area Area, string File, int Line, int Start, string Before, string After)
{
    public string Apply(string source) => source[..Start] + After + source[(Start + Before.Length)..];

    public override string ToString() => $"{File}:{Line}  {OneLine(Before)}  ->  {OneLine(After)}";

    /// <summary>What it's known by in <c>survivors.tsv</c>: no line number, so that it stays true as the file grows.</summary>
    public string Key => $"{File}\t{OneLine(Before)}\t{OneLine(After)}";

    private static string OneLine(string code) => string.Join(' ', code.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } line ? line : "(nothing)";
}
