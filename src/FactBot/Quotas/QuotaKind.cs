namespace FactBot.Quotas;

/// <summary>What each person has so many of a day.</summary>
public enum QuotaKind
{
    Claims,
    Articles,
    Sources,

    /// <summary>Commands that cost much: searches, suggestions, pages that are fetched, statistics, copies of data.</summary>
    Commands,
}
