using System.Globalization;
using System.Text.RegularExpressions;
using FactBot.Domain;

namespace FactBot.Audit;

/// <summary>Describes rows and cells of the record in plain English.</summary>
internal static partial class RecordWords
{
    public static string RowOf(string table, IReadOnlyDictionary<string, object?> row, string claim) => table switch
    {
        "Sources" => $"source {row["Number"]} of {claim}",
        "Ballots" => $"ballot of {Person(row["Reviewer"])} in round {row["Round"]} on {claim}",
        "Assignments" => $"assignment of {Person(row["Reviewer"])} in round {row["Round"]} to {claim}",
        "Verdicts" => $"version {row["Version"]} of the verdict on {claim}",
        "Upvotes" => $"wish of {Person(row["Person"])} that {claim} be checked",
        _ => $"{Split(table)} of {claim}",
    };

    /// <summary>Says that cells of a row differ from the trail.</summary>
    public static string Differ(string row, IReadOnlyCollection<string> columns) =>
        $"{row}: {string.Join(", ", columns.Select(c => $"“{Split(c)}”"))} {(columns.Count == 1 ? "isn't" : "aren't")} what the trail says";

    public static string Missing(string row) => $"{row} is missing";

    public static string Added(string row) => $"{row} isn't in the trail: it was put in";

    public static string Person(object? cell) =>
        cell is not long id ? $"“{cell}”" : new PersonId((ulong)id) is { IsFormerMember: true } former ? $"former member {former}" : ((ulong)id).ToString(CultureInfo.InvariantCulture);

    /// <summary>Splits a column's name into words: <c>Rules_HoursToReview</c> becomes “rules, hours to review”.</summary>
    private static string Split(string name) => Hump().Replace(name.Replace("_", ", ", StringComparison.Ordinal), " ").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Hump();
}
