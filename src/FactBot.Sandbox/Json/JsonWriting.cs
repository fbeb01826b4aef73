using System.Text.Encodings.Web;
using System.Text.Json;

namespace FactBot.Sandbox.Json;

/// <summary>JSON for people's eyes: letters as they are, not as escapes.</summary>
internal static class JsonWriting
{
    public static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
