using FactBot.Discord.Gateway;
using FactBot.Host.Chat;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FactBot.Host.Operations;

/// <summary>Keeps the gateway connected while the program runs, and stops the program if Discord refuses it for good.</summary>
internal sealed partial class GatewayWorker(
    IGateway gateway, InteractionListener interactions, IHostApplicationLifetime life, ILogger<GatewayWorker> log)
    : BackgroundService
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await interactions.FinishAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await gateway.RunAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        catch (GatewayFatalException e)
        {
            LogRefused(e.Message);
            Environment.ExitCode = ExitCode.Of(e);
            life.StopApplication();
        }
    }

    [LoggerMessage(LogLevel.Critical, "{Reason}")]
    private partial void LogRefused(string reason);
}
