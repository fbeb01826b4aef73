using System.Runtime.CompilerServices;
using System.Text.Json;

namespace FactBot.Host.Tests.OpenApi;

/// <summary>Discord's OpenAPI document, which is not ours to keep: it lies beside the repository, or nowhere.</summary>
/// <remarks>https://github.com/discord/discord-api-spec</remarks>
internal sealed class DiscordDocument
{
    /// <summary>What to say where the file is not.</summary>
    public const string Absence =
        "Discord's OpenAPI document is not here. Put it to ../shared/discord/openapi.json beside the repository, "
        + "or name it in FACTBOT_OPENAPI, to have all traffic held against it.";

    private static readonly Lazy<DiscordDocument?> Found = new(Find);

    private readonly List<DocumentedRoute> routes;

    public DiscordDocument(JsonElement root)
    {
        Root = root;
        Schemas = new SchemaValidator(root);
        routes = [.. root.GetProperty("paths").EnumerateObject().Select(path => new DocumentedRoute(path.Name, path.Value))];
    }

    /// <summary>The document, or null where it is absent.</summary>
    public static DiscordDocument? Here => Found.Value;

    public JsonElement Root { get; }

    public SchemaValidator Schemas { get; }

    /// <summary>How many methods on paths it describes.</summary>
    public int OperationCount => routes.Sum(route => route.Methods.Count());

    /// <summary>The route of a path below the version; a literal goes before a place.</summary>
    public DocumentedRoute? FindRoute(string path)
    {
        var parts = path.Split('/');
        return routes.Where(route => route.Matches(parts)).MinBy(route => route.Places);
    }

    public JsonElement Follow(JsonElement maybeReference) =>
        maybeReference.TryGetProperty("$ref", out var reference) ? Schemas.Resolve(reference.GetString()!) : maybeReference;

    private static DiscordDocument? Find()
    {
        var named = Environment.GetEnvironmentVariable("FACTBOT_OPENAPI");
        var file = string.IsNullOrEmpty(named) ? FindBesideRepository() : named;
        if (!File.Exists(file))
        {
            return null;
        }

        using var stream = File.OpenRead(file);
        return new DiscordDocument(JsonSerializer.Deserialize<JsonElement>(stream));
    }

    // Tests built into a folder elsewhere still know where their source lies.
    private static string? FindBesideRepository([CallerFilePath] string source = "") =>
        new[] { AppContext.BaseDirectory, Path.GetDirectoryName(source) }
            .Select(FindRepository).FirstOrDefault(folder => folder is not null)?.Parent is { } beside
            ? Path.Combine(beside.FullName, "shared", "discord", "openapi.json")
            : null;

    private static DirectoryInfo? FindRepository(string? start)
    {
        var folder = string.IsNullOrEmpty(start) ? null : new DirectoryInfo(start);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FactBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder;
    }
}
