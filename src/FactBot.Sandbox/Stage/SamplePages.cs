using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.People;

namespace FactBot.Sandbox.Stage;

/// <summary>Pages of a pretend web that the bot may fetch; the stage API writes and changes them.</summary>
internal sealed class SamplePages
{
    private const string Sample = "tram";

    private readonly ConcurrentDictionary<string, string> pages = new(StringComparer.OrdinalIgnoreCase);

    public SamplePages() => pages[Sample] = PageOf(
        "The new tram is there",
        [
            "The first tram crossed the Old Harbour Bridge on Monday at 6:10 in the morning, eleven months later than planned.",
            "The line has 14 stops and cost 214 million crowns, 30 percent more than the council had agreed on in 2021.",
            "“It carries 12,000 passengers every day,” said Councillor Ida Holt, who heads the works department.",
            "The council decides in spring whether a second line is built.",
        ]);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/pages/{name}", (string name) => pages.TryGetValue(name, out var page)
            ? Results.Text(page, "text/html", Encoding.UTF8)
            : Results.NotFound());
        routes.MapJson("POST", "/stage/pages", (_, body) =>
        {
            var name = Given(body, "name");
            pages[name] = PageOf(Given(body, "title"), Given(body, "text").Split('\n', StringSplitOptions.RemoveEmptyEntries));
            return Task.FromResult<JsonNode>(new JsonObject { ["path"] = $"/pages/{name}" });
        });
    }

    private static string Given(JsonObject body, string member) =>
        body.Text(member) ?? throw PeopleRefusal.NotPossible($"The page's \"{member}\" is missing.");

    private static string PageOf(string title, IReadOnlyList<string> paragraphs) =>
        $"<!doctype html><html lang=\"en\"><head><title>{WebUtility.HtmlEncode(title)}</title></head><body><nav><a href=\"/\">Home</a></nav><article><h1>{WebUtility.HtmlEncode(title)}</h1>"
        + string.Concat(paragraphs.Select(p => $"<p>{WebUtility.HtmlEncode(p)}</p>")) + "</article></body></html>";
}
