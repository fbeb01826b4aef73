using System.Text.RegularExpressions;

namespace FactBot.Host.Tests.OpenApi;

/// <summary>Writes places in JSON as <c>embeds[0].title</c>.</summary>
internal static partial class JsonPath
{
    public static string Member(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    public static string Item(string path, int index) => $"{path}[{index}]";

    /// <summary>The same for every item of a list: <c>embeds[].title</c>; ids as names are one as well.</summary>
    public static string Generalize(string path) => Id().Replace(Index().Replace(path, "[]"), "{id}");

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Index();

    [GeneratedRegex(@"\b\d{15,}\b")]
    private static partial Regex Id();
}
