using System.Collections.Concurrent;

namespace FactBot.Sandbox.Demo;

/// <summary>Collects what bot and sandbox log during the demo, so that none of it ends up in the transcript.</summary>
internal sealed class DemoLog : ILoggerProvider
{
    private readonly ConcurrentQueue<string> lines = new();

    /// <summary>The log, one entry per line.</summary>
    public IReadOnlyCollection<string> Lines => lines;

    public ILogger CreateLogger(string categoryName) => new LineLog(categoryName, lines);

    /// <summary>Does nothing: the log outlives each bot that writes to it.</summary>
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
