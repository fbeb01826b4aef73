using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FactBot.Host.Storage;

/// <summary>Makes SQLite overwrite deleted content with zeros, on each connection.</summary>
/// <remarks>https://sqlite.org/pragma.html#pragma_secure_delete</remarks>
internal sealed class SecureDelete : DbConnectionInterceptor
{
    public static readonly SecureDelete Everywhere = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA secure_delete = ON";
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
