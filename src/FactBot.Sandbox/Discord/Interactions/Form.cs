using System.Text.Json.Nodes;

namespace FactBot.Sandbox.Discord.Interactions;

/// <summary>A modal that a person has open.</summary>
/// <param name="Id">The pretend Discord's own id for it.</param>
/// <param name="Modal">As the bot sent it.</param>
/// <param name="Origin">The interaction it answered.</param>
internal sealed record Form(string Id, JsonObject Modal, Interaction Origin)
{
    /// <summary>The last interaction that submitted it; as in Discord's app, an unacknowledged form stays open.</summary>
    public Interaction? Submission { get; set; }

    public bool IsSubmitted => Submission?.Callback is not null;
}
