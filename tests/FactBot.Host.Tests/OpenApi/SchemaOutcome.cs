using System.Text.Json;

namespace FactBot.Host.Tests.OpenApi;

/// <summary>What a schema said of a value: where it is wrong, and which of its members the schema knows.</summary>
internal sealed class SchemaOutcome
{
    private readonly HashSet<string> known = [];
    private readonly HashSet<string> free = [];

    public List<SchemaFault> Faults { get; } = [];

    public bool IsValid => Faults.Count == 0;

    /// <summary>The paths of all members that the schema names.</summary>
    public IReadOnlySet<string> Known => known;

    public void Refuse(string path, string expected) => Faults.Add(new SchemaFault(path, expected));

    public void Know(string path) => known.Add(path);

    /// <summary>Below this path anything may stand.</summary>
    public void LeaveFree(string path) => free.Add(path);

    /// <summary>Takes over what another schema said of the same value.</summary>
    public void Merge(SchemaOutcome other)
    {
        Faults.AddRange(other.Faults);
        known.UnionWith(other.known);
        free.UnionWith(other.free);
    }

    /// <summary>The members that no schema names, though none forbids them.</summary>
    public IEnumerable<string> FindUnknown(JsonElement value, string path = "")
    {
        if (free.Contains(path))
        {
            return [];
        }

        return value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().SelectMany(
                member => FindUnknownMember(member.Value, JsonPath.Member(path, member.Name))),
            JsonValueKind.Array => value.EnumerateArray().Index().SelectMany(
                item => FindUnknown(item.Item, JsonPath.Item(path, item.Index))),
            _ => [],
        };
    }

    private IEnumerable<string> FindUnknownMember(JsonElement value, string path) =>
        known.Contains(path) ? FindUnknown(value, path) : [path];
}

/// <summary>One thing wrong in a value.</summary>
/// <param name="Path">Where: <c>embeds[0].title</c>; empty for the value itself.</param>
/// <param name="Expected">What the schema wants there, in words.</param>
internal sealed record SchemaFault(string Path, string Expected);
