namespace FactBot.Sandbox.Discord.Rest;

/// <summary>Every route of the REST API.</summary>
internal sealed class RestRoutes
{
    private readonly List<RestRoute> routes = [];

    public void Map(string method, string template, RestHandler handle, RestLimit? limit = null) =>
        routes.Add(new RestRoute(method, template, limit ?? RestLimit.Generous, NeedsToken: true, handle));

    /// <summary>Adds a route that doesn't require the bot's token, such as one with an interaction's token in its path.</summary>
    public void MapOpen(string method, string template, RestHandler handle, RestLimit? limit = null) =>
        routes.Add(new RestRoute(method, template, limit, NeedsToken: false, handle));

    /// <exception cref="DiscordRefusal">There is no such path (404), or not with this method (405).</exception>
    public (RestRoute Route, RestCall Call) Get(RestCall call)
    {
        var path = call.Path.Split('/');
        // Literals take precedence over placeholders: @me and @original are not ids.
        var fitting = routes
            .Select(route => (Route: route, Values: route.Match(path)))
            .Where(pair => pair.Values is not null)
            .OrderBy(pair => pair.Values!.Count)
            .ToList();
        if (fitting.Count == 0)
            throw DiscordRefusal.NotFound;
        var (found, values) = fitting.Find(pair => pair.Route.Method == call.Method);
        return found is null ? throw DiscordRefusal.MethodNotAllowed : (found, call with { Values = values! });
    }
}
