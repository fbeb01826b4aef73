namespace FactBot.Domain.Teams;

/// <summary>What daily quotas limit for each person.</summary>
public enum QuotaKind
{
    Claims,
    Articles,
    Sources,

    /// <summary>Costly commands: searches, suggestions, fetched pages, statistics, copies of data.</summary>
    Commands,
}
