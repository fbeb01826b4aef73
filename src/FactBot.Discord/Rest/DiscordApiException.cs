using System.Net;

namespace FactBot.Discord.Rest;

/// <summary>A REST call that Discord refused or never received.</summary>
public sealed class DiscordApiException : Exception
{
    internal DiscordApiException(string message, HttpStatusCode? status = null, Exception? inner = null)
        : base(message, inner) => Status = status;

    /// <summary>Null if no answer came.</summary>
    public HttpStatusCode? Status { get; }

    /// <summary>One of <see cref="ErrorCodes"/>, or another of Discord's; 0 if the answer had none.</summary>
    public int Code { get; internal init; }

    /// <summary>For an invalid form (50035): the places in the body and the kinds of error, without what was sent.</summary>
    public IReadOnlyList<string> Errors { get; internal init; } = [];

    /// <summary>How long to wait before a retry, if Discord said so.</summary>
    public TimeSpan? RetryAfter { get; internal init; }
}
