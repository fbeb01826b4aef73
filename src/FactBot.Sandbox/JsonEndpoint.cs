using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.People;

namespace FactBot.Sandbox;

/// <summary>Answers the people API and the stage API: with JSON, and with one clear sentence if something isn't
/// possible.</summary>
internal static class JsonEndpoint
{
    public static void MapJson(
        this IEndpointRouteBuilder routes,
        string method,
        string pattern,
        Func<HttpContext, JsonObject, Task<JsonNode>> answer) =>
        routes.MapMethods(pattern, [method], async context => await RunAsync(context, answer));

    private static async Task RunAsync(HttpContext context, Func<HttpContext, JsonObject, Task<JsonNode>> answer)
    {
        try
        {
            await WriteAsync(context, StatusCodes.Status200OK, await answer(context, await ReadAsync(context)));
        }
        catch (PeopleRefusal refusal)
        {
            await RefuseAsync(context, refusal.Status, refusal.Message);
        }
    }

    public static Task RefuseAsync(HttpContext context, int status, string sentence) => WriteAsync(
        context,
        status,
        context.Request.Path.StartsWithSegments("/stage")
            ? new JsonObject { ["error"] = sentence }
            : PeopleRefusal.ToJson(sentence));

    private static async Task<JsonObject> ReadAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(context.RequestAborted);
        if (string.IsNullOrWhiteSpace(text))
            return [];
        try
        {
            return JsonReading.Parse(text) as JsonObject
                ?? throw PeopleRefusal.NotPossible("The body has to be a JSON object.");
        }
        catch (JsonException)
        {
            throw PeopleRefusal.NotPossible("The body is no JSON that can be read.");
        }
    }

    private static async Task WriteAsync(HttpContext context, int status, JsonNode body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(body.ToJsonString(JsonWriting.Plain), context.RequestAborted);
    }
}
