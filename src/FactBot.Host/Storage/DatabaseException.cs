namespace FactBot.Host.Storage;

/// <summary>The database can't be used. The message says why, and what to do.</summary>
public class DatabaseException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Another process uses the database.</summary>
public sealed class DatabaseHeldException(string message, Exception? inner = null) : DatabaseException(message, inner);
