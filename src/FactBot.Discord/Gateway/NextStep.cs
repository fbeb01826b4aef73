namespace FactBot.Discord.Gateway;

/// <summary>What to do after a connection has ended.</summary>
internal enum NextStep
{
    Resume,

    /// <summary>The session is lost: start a new one.</summary>
    Identify,

    /// <summary>A retry would end the same way.</summary>
    Stop,
}
