using Microsoft.AspNetCore.DataProtection;

namespace FactBot.Sandbox.Page;

/// <summary>Serves the page: its document, its three files, and the connection that keeps it live.</summary>
internal static class PageWeb
{
    // Only the sandbox's own pictures and files: what a message links to is fetched only when a person follows the link.
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

    private const long LongestMessage = 256 * 1024;

    public static void AddPage(this IServiceCollection services, SandboxParts parts)
    {
        services.AddSingleton(parts);
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddRazorComponents().AddInteractiveServerComponents()
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = LongestMessage);
    }

    public static void MapPage(this WebApplication app)
    {
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(mode => mode.ContentSecurityFrameAncestorsPolicy = null)
            .Add(endpoint => endpoint.RequestDelegate = WithPolicy(endpoint.RequestDelegate!));
        MapFile(app, "/page.css", "page.css", "text/css");
        MapFile(app, "/page.js", "page.js", "text/javascript");
        MapFile(app, "/_framework/blazor.web.js", "blazor.web.js", "text/javascript");
    }

    private static RequestDelegate WithPolicy(RequestDelegate next) => context =>
    {
        context.Response.Headers.ContentSecurityPolicy = ContentPolicy;
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return next(context);
    };

    private static void MapFile(WebApplication app, string path, string name, string type) => app.MapGet(
        path, () => Results.Stream(typeof(PageWeb).Assembly.GetManifestResourceStream(name)!, $"{type}; charset=utf-8"));
}
