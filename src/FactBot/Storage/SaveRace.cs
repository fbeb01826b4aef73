using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Storage;

/// <summary>Tells whether a save failed because somebody else had saved in between, so that trying again can help.</summary>
internal static class SaveRace
{
    /// <summary>The team's version had moved on, or a number that was free when it was read had been given away.</summary>
    public static bool IsIn(DbUpdateException e) =>
        e is DbUpdateConcurrencyException
        || (e.InnerException is DbException inner && inner.Message.Contains("UNIQUE", StringComparison.Ordinal));
}
