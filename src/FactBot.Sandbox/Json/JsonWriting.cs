using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FactBot.Sandbox.Json;

/// <summary>How JSON is written.</summary>
internal static class JsonWriting
{
    /// <summary>For people's eyes: letters as they are, not as escapes.</summary>
    public static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Takes away the members that are null, which for Discord are as good as not there.</summary>
    public static void RemoveNulls(this JsonObject map)
    {
        foreach (var name in map.Where(pair => pair.Value is null).Select(pair => pair.Key).ToList())
            map.Remove(name);
    }
}
