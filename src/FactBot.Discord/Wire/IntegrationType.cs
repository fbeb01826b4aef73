namespace FactBot.Discord.Wire;

/// <summary>How an app was installed: in a guild, or by a user for themselves.</summary>
public enum IntegrationType
{
    GuildInstall = 0,
    UserInstall = 1,
}
