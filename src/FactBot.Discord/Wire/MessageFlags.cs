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

    /// <summary>Only the person of the interaction sees it.</summary>
    Ephemeral = 1 << 6,

    /// <summary>The app has deferred and shows that it is thinking.</summary>
    Loading = 1 << 7,
    SuppressNotifications = 1 << 12,

    /// <summary>Made of components alone, without content or embeds; cannot be taken back.</summary>
    IsComponentsV2 = 1 << 15,
}
