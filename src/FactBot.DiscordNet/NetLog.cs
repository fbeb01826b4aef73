using Discord;
using Microsoft.Extensions.Logging;

namespace FactBot.DiscordNet;

/// <summary>
/// Copies Discord.Net's log to ours, but only what concerns its connections: its log of calls contains the tokens of
/// interactions. Exception messages are left out because they may contain what a person wrote.
/// </summary>
internal sealed partial class NetLog(ILogger<NetLog> log)
{
    public Task WriteAsync(LogMessage message)
    {
        var level = message.Severity switch
        {
            // A requested stop.
            _ when message.Exception is OperationCanceledException => LogLevel.Debug,
            LogSeverity.Critical => LogLevel.Critical,
            LogSeverity.Error => LogLevel.Error,
            LogSeverity.Warning => LogLevel.Warning,
            LogSeverity.Info => LogLevel.Information,
            LogSeverity.Verbose => LogLevel.Debug,
            _ => LogLevel.Trace,
        };
        var isOfConnection = message.Source == "Gateway" || message.Source.StartsWith("Shard", StringComparison.Ordinal);
        if (isOfConnection && log.IsEnabled(level))
        {
            var failure = Kind(message.Exception);
            Log(level, message.Source, message.Message ?? "The connection failed", failure, message.Exception?.StackTrace);
        }

        return Task.CompletedTask;
    }

    /// <summary>Logs that a client couldn't be started.</summary>
    public void Fail(Exception failure) => LogFailed(Kind(failure));

    public void Replace(string reason) => LogReplaced(reason);

    private static string? Kind(Exception? failure) =>
        failure is null ? null : failure.InnerException is { } inner ? $"{failure.GetType().Name}, {inner.GetType().Name}" : failure.GetType().Name;

    [LoggerMessage(LogLevel.Error, "An attempt to connect to Discord failed, beginning anew: {Failure}")]
    private partial void LogFailed(string? failure);

    [LoggerMessage(LogLevel.Warning, "Connecting to Discord with a new client, since {Reason}")]
    private partial void LogReplaced(string reason);

    [LoggerMessage("{Source}: {Text} {Failure} {Stack}")]
    private partial void Log(LogLevel level, string source, string text, string? failure, string? stack);
}
