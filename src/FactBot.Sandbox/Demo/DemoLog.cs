using System.Collections.Concurrent;

namespace FactBot.Sandbox.Demo;

/// <summary>Keeps what bot and sandbox log while the demo plays, so that no line lands in its transcript.</summary>
internal sealed class DemoLog : ILoggerProvider
{
    private readonly ConcurrentQueue<string> lines = new();

    /// <summary>What was logged, a line each.</summary>
    public IReadOnlyCollection<string> Lines => lines;

    public ILogger CreateLogger(string categoryName) => new LineLog(categoryName, lines);

    /// <summary>It outlives each bot that logs to it.</summary>
    public void Dispose()
    {
    }

    private sealed class LineLog(string category, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                lines.Enqueue($"{logLevel}: {category}: {formatter(state, exception)}{(exception is null ? "" : $" {exception}")}".ReplaceLineEndings(" "));
            }
        }
    }
}
