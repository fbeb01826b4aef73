namespace FactBot.Discord.Rest;

/// <summary>The Discord errors that FactBot can meet and knows how to handle.</summary>
/// <remarks>https://docs.discord.com/developers/topics/opcodes-and-status-codes#json</remarks>
public static class ErrorCodes
{
    public const int UnknownChannel = 10003;
    public const int UnknownGuild = 10004;
    public const int UnknownMessage = 10008;

    /// <summary>The initial response came after more than 3 seconds.</summary>
    public const int UnknownInteraction = 10062;
    public const int TooManyCommandCreations = 30034;
    public const int TooManyEditsOfOldMessage = 30046;
    public const int AlreadyAcknowledged = 40060;
    public const int MissingAccess = 50001;
    public const int CannotMessageUser = 50007;
    public const int MissingPermissions = 50013;

    /// <summary>The interaction's 15 minutes are over.</summary>
    public const int InvalidWebhookToken = 50027;
    public const int InvalidFormBody = 50035;
    public const int ThreadArchived = 50083;
    public const int ThreadAlreadyExists = 160004;
    public const int TooManyActiveThreads = 160006;
}
