using System.Text.Json;

namespace FactBot.Host.Tests.OpenApi;

/// <summary>How much of the document some traffic has touched.</summary>
internal sealed class Coverage
{
    private readonly SortedDictionary<string, SortedSet<string>> requests = new(StringComparer.Ordinal);
    private readonly SortedSet<string> answers = new(StringComparer.Ordinal);
    private readonly SortedSet<int> sent = [];
    private readonly SortedSet<int> forms = [];
    private readonly SortedSet<string> interactions = new(StringComparer.Ordinal);

    public int Exchanges { get; private set; }

    public int Routes => requests.Count;

    public int RequestFields => requests.Values.Sum(fields => fields.Count);

    public IReadOnlyCollection<int> ComponentTypes => sent;

    public IReadOnlyCollection<string> Interactions => interactions;

    public void AddExchange(string route, int status)
    {
        Exchanges++;
        answers.Add($"{route} {status}");
        requests.TryAdd(route, new(StringComparer.Ordinal));
    }

    public void AddRequest(string route, JsonElement body, IReadOnlySet<string> known)
    {
        requests[route].UnionWith(known.Select(JsonPath.Generalize));
        AddComponents(body, sent);
    }

    public void AddQuery(string route, string name) => requests[route].Add("?" + name);

    public void AddInteraction(JsonElement payload)
    {
        var type = payload.GetProperty("type").GetInt32();
        interactions.Add(type switch
        {
            2 => "command",
            3 => "component",
            4 => "completion",
            5 => "form",
            _ => $"{type}",
        });
        if (type == 5)
        {
            AddComponents(payload.GetProperty("data"), forms);
        }
    }

    public string Describe(DiscordDocument document) => string.Join('\n',
    [
        $"{Exchanges} exchanges, {Routes} of {document.OperationCount} routes, {answers.Count} pairs of route and status, "
            + $"{RequestFields} request fields",
        $"Component types sent: {string.Join(' ', sent)}; in submitted forms: {string.Join(' ', forms)}",
        $"Interactions: {string.Join(' ', interactions)}",
        .. requests.Select(route =>
            $"{route.Key} [{Statuses(route.Key)}] {string.Join(' ', route.Value)}".TrimEnd()),
    ]);

    private string Statuses(string route) =>
        string.Join(' ', answers.Where(a => a.StartsWith(route + " ", StringComparison.Ordinal)).Select(a => a[(route.Length + 1)..]));

    private static void AddComponents(JsonElement holder, SortedSet<int> types)
    {
        if (holder.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in holder.EnumerateArray())
            {
                AddComponents(item, types);
            }
        }

        if (holder.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var member in holder.EnumerateObject())
        {
            var list = member.Name switch
            {
                "components" when member.Value.ValueKind == JsonValueKind.Array => [.. member.Value.EnumerateArray()],
                "component" or "accessory" => [member.Value],
                _ => Array.Empty<JsonElement>(),
            };
            types.UnionWith(list.Select(part => part.GetProperty("type").GetInt32()));
            AddComponents(member.Value, types);
        }
    }
}
