using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Storage;

/// <summary>Tells whether a save failed because of a concurrent one, so that a retry can help.</summary>
internal static class SaveRace
{
    /// <summary>Whether the team's version had moved on, or a number that was free when read was taken.</summary>
    public static bool IsIn(DbUpdateException e) =>
        e is DbUpdateConcurrencyException
        || (e.InnerException is DbException inner && inner.Message.Contains("UNIQUE", StringComparison.Ordinal));
}
