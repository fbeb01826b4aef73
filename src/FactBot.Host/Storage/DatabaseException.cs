namespace FactBot.Host.Storage;

/// <summary>The database cannot be used; the message says why, and what to do.</summary>
public sealed class DatabaseException(string message, Exception? inner = null) : Exception(message, inner);
