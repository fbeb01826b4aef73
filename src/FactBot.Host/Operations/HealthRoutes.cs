using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FactBot.Host.Operations;

/// <summary>
/// <c>/health/live</c> answers while the program runs; <c>/health/ready</c> returns 200 only while the program can do its
/// work. Both return JSON: a status, and a sentence for each check.
/// </summary>
/// <remarks>https://learn.microsoft.com/aspnet/core/host-and-deploy/health-checks</remarks>
internal static class HealthRoutes
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var json = new JsonObject { ["status"] = report.Status.ToString() };
        foreach (var (name, entry) in report.Entries)
        {
            json[name] = new JsonObject { ["status"] = entry.Status.ToString(), ["about"] = entry.Description };
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(json.ToJsonString(), context.RequestAborted);
    }
}
