using System.Text.RegularExpressions;

namespace FactBot.Host.Tests.Docs;

/// <summary>A line of a command block in the docs.</summary>
/// <param name="File">The name of the document.</param>
/// <param name="Text">The command, without a comment behind it.</param>
internal sealed partial record DocsCommand(string File, string Text)
{
    private static readonly string[] Programs = ["dotnet", "curl", "$ curl", "docker", "systemctl", "sudo", ".ci/run", "FACTBOT_", "mkdir", "printf"];

    /// <summary>What is written for people, without the decisions.</summary>
    private static IEnumerable<string> Documents =>
        [.. Directory.GetFiles(Repository.Root, "*.md"), .. Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md")];

    /// <summary>Every one in every document.</summary>
    public static IReadOnlyList<DocsCommand> All { get; } =
    [
        .. Documents.Order(StringComparer.Ordinal)
            .SelectMany(file => Block().Matches(System.IO.File.ReadAllText(file))
                .SelectMany(block => block.Groups[1].Value.Split('\n', StringSplitOptions.TrimEntries))
                .Where(line => Programs.Any(p => line.StartsWith(p, StringComparison.Ordinal)))
                .Select(line => new DocsCommand(Path.GetFileName(file), Comment().Replace(line, "")))),
    ];

    [GeneratedRegex(@"^ *```[a-z]*\n(.*?)^ *```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\s+# .*$")]
    private static partial Regex Comment();
}
