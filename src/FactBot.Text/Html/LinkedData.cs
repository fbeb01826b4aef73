using System.Text.Json;
using AngleSharp.Html.Dom;

namespace FactBot.Text.Html;

/// <summary>What a page says about itself in JSON-LD, in the vocabulary of schema.org.</summary>
internal sealed class LinkedData
{
    private const string IsFree = "isAccessibleForFree";
    private const int MaxDepth = 12;
    private const int MaxThings = 500;

    private readonly List<JsonElement> things = [];

    private LinkedData()
    {
    }

    /// <summary>The item that describes the page's article; an undefined element if there is none.</summary>
    public JsonElement Article { get; private set; }

    /// <summary>The item that describes the page. It may have dates that the article lacks.</summary>
    public JsonElement Page { get; private set; }

    /// <summary>Whether an item says it isn't <see href="https://schema.org/isAccessibleForFree">free to access</see>.</summary>
    public bool SaysNotFree => Article.ValueKind == JsonValueKind.Object && Says(Article, IsFree) is { } said ? !said : things.Any(t => Says(t, IsFree) is false);

    public bool SaysFree => !SaysNotFree && things.Any(t => Says(t, IsFree) is true);

    /// <summary>The selectors of the parts that aren't free, from <see href="https://schema.org/hasPart">hasPart</see>.</summary>
    public IEnumerable<string> LockedParts => things.SelectMany(t => Values(t, "hasPart")).Where(p => Says(p, IsFree) is false).Select(p => Text(p, "cssSelector")).OfType<string>();

    public static LinkedData Of(IHtmlDocument document, Uri address)
    {
        var data = new LinkedData();
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json' i]"))
        {
            data.Read(script.TextContent);
        }

        var articles = data.things.Where(t => TypesOf(t).Any(IsArticle)).ToList();
        data.Article = articles.FirstOrDefault(t => Names(t, address)) is { ValueKind: JsonValueKind.Object } own ? own : articles.FirstOrDefault();
        data.Page = data.things.FirstOrDefault(t => TypesOf(t).Any(type => type.EndsWith("WebPage", StringComparison.Ordinal)));
        return data;
    }

    /// <summary>Returns a property's text, the first if it has several; null if it has none.</summary>
    public static string? Text(JsonElement thing, string property) => Values(thing, property).Select(AsText).FirstOrDefault(t => !string.IsNullOrWhiteSpace(t));

    /// <summary>Returns the names of people or organizations in a property, resolving references within the page.</summary>
    public IEnumerable<string> Names(JsonElement thing, string property) => Values(thing, property).Select(v =>
        v.ValueKind == JsonValueKind.Object && Text(v, "name") is null && Text(v, "@id") is { } id
            ? things.Where(t => Text(t, "@id") == id).Select(t => Text(t, "name")).FirstOrDefault(n => n is not null)
            : AsText(v)).OfType<string>();

    private void Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(Unwrapped(json), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            Add(document.RootElement.Clone(), 0);
        }
        catch (JsonException)
        {
            // Broken JSON-LD is common; the rest of what the page says has to do.
        }
    }

    /// <summary>Removes wrappers that hid scripts from old browsers, and replaces the line ends that JSON forbids.</summary>
    private static string Unwrapped(string json)
    {
        json = json.Trim();
        json = json.StartsWith("<!--", StringComparison.Ordinal) ? json[4..].Replace("-->", "", StringComparison.Ordinal) : json;
        json = json.Replace("//<![CDATA[", "", StringComparison.Ordinal).Replace("<![CDATA[", "", StringComparison.Ordinal).Replace("//]]>", "", StringComparison.Ordinal).Replace("]]>", "", StringComparison.Ordinal);
        return json.ReplaceLineEndings(" ").Replace('\t', ' ').TrimEnd(';', ' ');
    }

    private void Add(JsonElement element, int depth)
    {
        if (depth > MaxDepth || things.Count >= MaxThings)
        {
            return;
        }

        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Add(item, depth + 1);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            things.Add(element);
            foreach (var property in new[] { "@graph", "mainEntity", "mainEntityOfPage", "liveBlogUpdate" })
            {
                if (element.TryGetProperty(property, out var inner))
                {
                    Add(inner, depth + 1);
                }
            }
        }
    }

    private static List<JsonElement> Values(JsonElement thing, string property) => thing.ValueKind != JsonValueKind.Object || !thing.TryGetProperty(property, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];

    private static string? AsText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.ToString(),
        JsonValueKind.Object => Text(value, "name") ?? Text(value, "@value") ?? Text(value, "@id"),
        _ => null,
    };

    private static IEnumerable<string> TypesOf(JsonElement thing) => Values(thing, "@type").Where(t => t.ValueKind == JsonValueKind.String).Select(t => t.GetString()!.Split('/', ':')[^1]);

    private static bool IsArticle(string type) => type.EndsWith("Article", StringComparison.Ordinal) || type is "BlogPosting" or "LiveBlogPosting" or "Report" or "NewsStory" or "DiscussionForumPosting" or "AnalysisNewsArticle" or "SocialMediaPosting";

    /// <summary>Whether the item says that it is the article at this address.</summary>
    private static bool Names(JsonElement thing, Uri address) => new[] { Text(thing, "url"), Text(thing, "mainEntityOfPage"), Text(thing, "@id") }
        .Any(u => u is not null && Uri.TryCreate(address, u, out var uri) && uri.AbsolutePath.Trim('/').Length > 0 && uri.AbsolutePath.TrimEnd('/') == address.AbsolutePath.TrimEnd('/'));

    private static bool? Says(JsonElement thing, string property) => Values(thing, property).Select<JsonElement, bool?>(v => v.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when v.GetString()!.Trim().EndsWith("false", StringComparison.OrdinalIgnoreCase) => false,
        JsonValueKind.String when v.GetString()!.Trim().EndsWith("true", StringComparison.OrdinalIgnoreCase) => true,
        _ => null,
    }).FirstOrDefault();
}
