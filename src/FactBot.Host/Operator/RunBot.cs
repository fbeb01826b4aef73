using FactBot.Host.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace FactBot.Host.Operator;

/// <summary><c>run</c>: the bot itself.</summary>
internal static class RunBot
{
    public static async Task<int> RunAsync(CancellationToken cancel)
    {
        using var host = FactBotHost.CreateBuilder([]).Build();
        FactBotHost.Validate(host.Services);
        using var hold = DatabaseHold.Take(host.Services.GetRequiredService<IOptions<StorageOptions>>().Value.Path);
        await host.StartFactBotAsync(cancel);
        await host.WaitForShutdownAsync(cancel);
        return Environment.ExitCode;
    }
}
