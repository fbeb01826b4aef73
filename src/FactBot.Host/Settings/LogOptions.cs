using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Logging;

namespace FactBot.Host.Settings;

/// <summary>What is logged, and how: the section “Logging” of the settings.</summary>
internal sealed class LogOptions
{
    public const string Section = "Logging";

    /// <summary>The format of a line.</summary>
    [EnumDataType(typeof(LogFormat), ErrorMessage = "Line or Json")]
    public LogFormat Format { get; set; }

    /// <summary>The lowest level logged for each part of the program; “Default” covers the rest.</summary>
    /// <remarks>https://learn.microsoft.com/dotnet/core/extensions/logging#configure-logging</remarks>
    public IDictionary<string, LogLevel> LogLevel { get; } = new Dictionary<string, LogLevel>
    {
        ["Default"] = Microsoft.Extensions.Logging.LogLevel.Information,
        ["Microsoft"] = Microsoft.Extensions.Logging.LogLevel.Warning,
    };
}

internal enum LogFormat
{
    /// <summary>One line, for a person to read.</summary>
    Line,

    /// <summary>One JSON object per line, for a program to read.</summary>
    Json,
}
