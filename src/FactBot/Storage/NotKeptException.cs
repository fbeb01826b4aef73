namespace FactBot.Storage;

/// <summary>
/// A change wasn't kept, because of the disk or the database's file; whoever watches those has logged it, so that nobody else needs
/// to.
/// </summary>
public sealed class NotKeptException(Exception inner) : Exception(inner.Message, inner);
