namespace FactBot.Health;

/// <summary>One thing that the desk needs to live and that stands outside of it, such as its database.</summary>
public interface IVital
{
    /// <summary>As a sentence begins, such as “The database”.</summary>
    string Name { get; }

    /// <summary>Null where all is well; otherwise what is wrong.</summary>
    Task<string?> FindTroubleAsync(CancellationToken cancel);
}
