using System.Diagnostics.CodeAnalysis;

namespace FactBot.Discord.Wire;

/// <summary>How a message is shown, and to whom.</summary>
[Flags]
[SuppressMessage("Naming", "CA1711", Justification = "Discord's name for it")]
public enum MessageFlags
{
    None = 0,
    SuppressEmbeds = 1 << 2,
    HasThread = 1 << 5,

    /// <summary>Only visible to the person of the interaction.</summary>
    Ephemeral = 1 << 6,

    /// <summary>The app has deferred its response, and Discord shows it as thinking.</summary>
    Loading = 1 << 7,
    SuppressNotifications = 1 << 12,

    /// <summary>Consists only of components, without content or embeds; can't be undone.</summary>
    IsComponentsV2 = 1 << 15,
}
