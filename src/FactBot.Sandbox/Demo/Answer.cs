using System.Text.Json.Nodes;

namespace FactBot.Sandbox.Demo;

/// <summary>The result of a person's action.</summary>
public sealed record Answer(JsonObject Json)
{
    public string Outcome => (string?)Json["outcome"] ?? "failed";

    public bool IsReply => Outcome == "replied";

    public bool IsEphemeral => (bool?)Json["ephemeral"] ?? false;

    public bool IsDeferred => (bool?)Json["deferred"] ?? false;

    public double ElapsedMs => (double?)Json["elapsedMs"] ?? 0;

    public JsonObject? Form => Json["form"]?.AsObject();

    public JsonObject? Message => Json["message"]?.AsObject();

    /// <summary>All the text the person reads.</summary>
    public string Text => Message is { } message ? new DiscordMessage(message).Text
        : Form is { } form ? $"opens the form “{form["title"]}”"
        : (string?)Json["error"] ?? "does not answer";
}
