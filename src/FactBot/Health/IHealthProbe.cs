namespace FactBot.Health;

/// <summary>A health probe for an external dependency, such as the database.</summary>
public interface IHealthProbe
{
    /// <summary>The name as a sentence would begin, such as “The database”.</summary>
    string Name { get; }

    /// <summary>Returns what is wrong; null if all is well.</summary>
    Task<string?> FindTroubleAsync(CancellationToken cancellationToken);
}
