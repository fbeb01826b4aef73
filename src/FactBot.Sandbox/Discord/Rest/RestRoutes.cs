using FactBot.Sandbox.Discord.Rules;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord.Rest;

/// <summary>Every route of the REST API.</summary>
internal sealed class RestRoutes
{
    /// <summary>Placeholders that aren't ids.</summary>
    private static readonly string[] Free = ["token", "emoji", "code", "answer"];

    private readonly List<RestRoute> routes = [];

    public void Map(string method, string template, RestHandler handle, RestLimit? limit = null) =>
        routes.Add(new RestRoute(method, template, limit ?? RestLimit.Generous, NeedsToken: true, handle));

    /// <summary>Adds a route that doesn't require the bot's token, such as one with an interaction's token in its path.</summary>
    public void MapOpen(string method, string template, RestHandler handle, RestLimit? limit = null) =>
        routes.Add(new RestRoute(method, template, limit, NeedsToken: false, handle));

    /// <exception cref="DiscordRefusal">There is no such path (404), not with this method (405), or an id in it is
    /// none.</exception>
    public (RestRoute Route, RestCall Call) Get(RestCall call)
    {
        var path = call.Path.Split('/');
        // Literals take precedence over placeholders: @me and pins are not ids, whatever the method.
        var fitting = routes
            .Select(route => (Route: route, Values: route.Match(path)))
            .Where(pair => pair.Values is not null)
            .GroupBy(pair => pair.Values!.Count)
            .MinBy(pairs => pairs.Key)?.ToList() ?? throw DiscordRefusal.NotFound;
        var (found, values) = fitting.Find(pair => pair.Route.Method == call.Method);
        if (found is null)
            throw DiscordRefusal.MethodNotAllowed;
        CheckIds(values!);
        return (found, call with { Values = values! });
    }

    private static void CheckIds(IReadOnlyDictionary<string, string> values)
    {
        var errors = new FormErrors();
        foreach (var (name, value) in values)
        {
            if (!Free.Contains(name) && !Snowflake.IsOne(value))
                errors.Add($"{name}_id", "NUMBER_TYPE_COERCE", $"Value \"{value}\" is not snowflake.");
        }

        errors.ThrowIfAny();
    }
}
