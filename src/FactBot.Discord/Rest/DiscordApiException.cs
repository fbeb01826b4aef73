using System.Net;

namespace FactBot.Discord.Rest;

/// <summary>A REST call that Discord refused, or that did not reach it.</summary>
public sealed class DiscordApiException : Exception
{
    internal DiscordApiException(string message, HttpStatusCode? status = null, Exception? inner = null)
        : base(message, inner) => Status = status;

    /// <summary>Null when no answer came.</summary>
    public HttpStatusCode? Status { get; }

    /// <summary>One of <see cref="ErrorCodes"/> or another of Discord's; 0 when the answer had none.</summary>
    public int Code { get; internal init; }

    /// <summary>For an invalid form (50035): where in the body and what kind, without what was sent.</summary>
    public IReadOnlyList<string> Errors { get; internal init; } = [];

    /// <summary>When to try again, where Discord said so.</summary>
    public TimeSpan? RetryAfter { get; internal init; }
}
