using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FactBot.Sandbox.Json;

/// <summary>How JSON is written.</summary>
internal static class JsonWriting
{
    /// <summary>For people to read: characters are not escaped.</summary>
    public static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Removes members that are null, which Discord treats as absent.</summary>
    public static void RemoveNulls(this JsonObject map)
    {
        foreach (var name in map.Where(pair => pair.Value is null).Select(pair => pair.Key).ToList())
            map.Remove(name);
    }
}
