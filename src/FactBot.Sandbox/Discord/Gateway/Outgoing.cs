namespace FactBot.Sandbox.Discord.Gateway;

/// <summary>An instruction to a connection: send a frame, close with a code, or cut off without notice.</summary>
internal sealed record Outgoing(string? Frame, int? CloseCode = null, string CloseReason = "")
{
    public static readonly Outgoing Cut = new(Frame: null);
}
