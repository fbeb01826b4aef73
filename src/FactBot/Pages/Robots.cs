using System.Text;

namespace FactBot.Pages;

/// <summary>What a site's robots.txt allows FactBot to fetch, according to RFC 9309.</summary>
/// <remarks>https://www.rfc-editor.org/rfc/rfc9309</remarks>
internal sealed record Robots(IReadOnlyList<Robots.Rule> Rules)
{
    /// <summary>How much of the file is read, in bytes; the RFC asks for at least 500 KiB.</summary>
    public const int MaxBytes = 512 * 1024;

    /// <summary>How many rules are read, since each page is checked against every rule.</summary>
    private const int MaxRules = 10_000;
    private const int MaxPath = 2_000;

    private const string Agent = "factbot";

    /// <summary>The rules of a site that has no robots.txt.</summary>
    public static Robots AllowAll { get; } = new([]);

    /// <summary>Parses the file. Rules that name FactBot apply, or those for all agents if none names it.</summary>
    public static Robots Parse(byte[] bytes)
    {
        var (ours, everybodys) = (new List<Rule>(), new List<Rule>());
        var (isOurs, isEverybodys, inRules, isNamed) = (false, false, true, false);
        foreach (var line in Encoding.UTF8.GetString(bytes).Split('\n', '\r'))
        {
            if (line.Split('#')[0].Split(':', 2) is not [var key, var written])
            {
                continue;
            }

            var value = written.Trim();
            switch (key.Trim().ToLowerInvariant())
            {
                case "user-agent":
                    (isOurs, isEverybodys) = inRules ? (false, false) : (isOurs, isEverybodys);
                    inRules = false;
                    isOurs |= value.Equals(Agent, StringComparison.OrdinalIgnoreCase);
                    isEverybodys |= value == "*";
                    isNamed |= isOurs;
                    break;
                case "allow" or "disallow":
                    inRules = true;
                    var rule = new Rule(Escaped(value), key.Trim().Equals("allow", StringComparison.OrdinalIgnoreCase));
                    AddIf(isOurs, ours, rule);
                    AddIf(isEverybodys, everybodys, rule);
                    break;
            }
        }

        return new(isNamed ? ours : everybodys);
    }

    /// <summary>Whether the page may be fetched. The longest matching rule decides; in a tie, Allow wins.</summary>
    public bool Allows(Uri page)
    {
        var path = page.PathAndQuery;
        return path == "/robots.txt" || Rules.Where(r => Fits(r.Path, path))
            .OrderByDescending(r => r.Path.Length).ThenByDescending(r => r.IsAllowed)
            .FirstOrDefault() is not { IsAllowed: false };
    }

    private static void AddIf(bool isMeant, List<Rule> rules, Rule rule)
    {
        if (isMeant && rule.Path.Length is > 0 and <= MaxPath && rules.Count < MaxRules)
        {
            rules.Add(rule);
        }
    }

    private static string Escaped(string path) =>
        Uri.TryCreate("http://x" + path, UriKind.Absolute, out var uri) && path.StartsWith('/') ? uri.PathAndQuery : path;

    /// <summary>Whether a path starts with the pattern; <c>*</c> matches any characters and a final <c>$</c> the end.</summary>
    private static bool Fits(string pattern, string path)
    {
        var isWhole = pattern.EndsWith('$');
        var parts = (isWhole ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        var at = parts[0].Length;
        foreach (var part in parts.Skip(1))
        {
            var found = path.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + part.Length;
        }

        return !isWhole || at == path.Length || (parts.Length > 1 && path.EndsWith(parts[^1], StringComparison.Ordinal));
    }

    /// <summary>One line of the file.</summary>
    internal sealed record Rule(string Path, bool IsAllowed);
}
