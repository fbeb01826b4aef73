using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FactBot.Sandbox.Demo;

/// <summary>Writes what the demo does: as a readable transcript, or as a line of JSON per step.</summary>
internal sealed partial class DemoTranscript(TextWriter output, bool isJson)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public int Failed { get; private set; }

    /// <summary>Names to show instead of ids: people, channels and roles by their mention.</summary>
    public IReadOnlyDictionary<string, string> Names { get; set; } = new Dictionary<string, string>();

    public void Chapter(string title)
    {
        if (!isJson)
        {
            output.WriteLine($"\n── {title} " + new string('─', Math.Max(0, 74 - title.Length)));
        }
    }

    /// <summary>Writes a step: who did what, the outcome, and whether it is the right one.</summary>
    public void Step(string step, string outcome, bool isRight)
    {
        Failed += isRight ? 0 : 1;
        if (isJson)
        {
            output.WriteLine(new JsonObject { ["step"] = step, ["ok"] = isRight, ["outcome"] = outcome }.ToJsonString(Readable));
            return;
        }

        output.WriteLine($"{(isRight ? "✓" : "✗")} {step}");
        foreach (var line in AsRead(outcome).Split('\n'))
        {
            output.WriteLine($"    {line}");
        }
    }

    public void Close(JsonObject summary)
    {
        summary["failed"] = Failed;
        if (isJson)
        {
            output.WriteLine(new JsonObject { ["summary"] = summary }.ToJsonString(Readable));
            return;
        }

        output.WriteLine($"\n{string.Join(", ", summary.Select(s => $"{s.Key} {s.Value}"))}");
    }

    private string AsRead(string text) => Markup().Replace(text, match => match.Groups["time"].Success
        ? DateTimeOffset.FromUnixTimeSeconds(long.Parse(match.Groups["time"].Value, CultureInfo.InvariantCulture))
            .ToString("d MMM HH:mm 'UTC'", CultureInfo.InvariantCulture)
        : match.Groups["escaped"].Success ? match.Groups["escaped"].Value
        : match.Groups["style"].Success ? ""
        : Names.GetValueOrDefault(match.Value, match.Value));

    [GeneratedRegex(@"<t:(?<time>\d+)(:\w)?>|<(@|#|@&)\d+>|(?<style>\*\*|`)|\\(?<escaped>.)")]
    private static partial Regex Markup();
}
