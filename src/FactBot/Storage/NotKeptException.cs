namespace FactBot.Storage;

/// <summary>
/// A change wasn't saved because of the disk or the database's file. The component that watches those has already logged it, so
/// nobody else needs to.
/// </summary>
public sealed class NotKeptException(Exception inner) : Exception(inner.Message, inner);
