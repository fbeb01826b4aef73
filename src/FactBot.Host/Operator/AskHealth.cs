using FactBot.Host.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FactBot.Host.Operator;

/// <summary><c>health</c>: asks the bot on this machine for its health, for setups without another HTTP client.</summary>
internal static class AskHealth
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var desk = CommandDesk.Open();
        var url = desk.Services.GetRequiredService<IOptions<Operations.WebOptions>>().Value.Url;
        if (url.Length == 0)
        {
            await Console.Error.WriteLineAsync(Setting.SentenceOn("Web:Url", "is empty, so the bot tells nobody how it is", "an address such as http://127.0.0.1:8080"));
            return Operations.ExitCode.Settings;
        }

        using var http = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await http.GetAsync(new Uri(Local(url), "/health/ready"), cancellationToken);
            await Console.Out.WriteLineAsync(await answer.Content.ReadAsStringAsync(cancellationToken));
            return answer.IsSuccessStatusCode ? 0 : Operations.ExitCode.Failed;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync($"Nobody answers at {Local(url)}: the bot does not run, or is still starting.");
            return Operations.ExitCode.Failed;
        }
    }

    /// <summary>Returns an address that reaches a bot listening on all addresses.</summary>
    private static Uri Local(string url)
    {
        foreach (var everywhere in (string[])["*", "+", "0.0.0.0", "[::]"])
        {
            url = url.Replace($"//{everywhere}:", "//127.0.0.1:", StringComparison.Ordinal);
        }

        return new Uri(url);
    }
}
