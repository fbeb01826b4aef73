namespace FactBot.Sandbox.Discord.Gateway;

/// <summary>Something for a connection to do: send a frame, close with a code, or be cut off without a word.</summary>
internal sealed record Outgoing(string? Frame, int? CloseCode = null, string CloseReason = "")
{
    public static readonly Outgoing Cut = new(Frame: null);
}
