using System.Text.Json;
using Microsoft.Extensions.Primitives;

namespace FactBot.Host.Tests.OpenApi;

/// <summary>A query's text as the JSON it may stand for.</summary>
internal static class QueryValue
{
    /// <summary>As text, as a number or truth value, and as a list of texts.</summary>
    public static IEnumerable<JsonElement> Read(StringValues values)
    {
        var text = values.ToString();
        yield return JsonSerializer.SerializeToElement(text);
        if (text is "true" or "false" || long.TryParse(text, out _))
        {
            yield return JsonSerializer.Deserialize<JsonElement>(text);
        }

        yield return JsonSerializer.SerializeToElement(values.ToArray());
    }
}
