namespace FactBot.Text.Matching;

/// <summary>The index of the current team's claims, implemented for each database. It holds no other team's words.</summary>
public interface IClaimSearch
{
    /// <summary>Counts the team's claims.</summary>
    Task<int> CountClaimsAsync(CancellationToken cancellationToken);

    /// <summary>Counts the team's claims that contain each word; words that no claim contains are left out.</summary>
    Task<IReadOnlyDictionary<string, int>> CountAsync(IReadOnlyCollection<string> words, CancellationToken cancellationToken);

    /// <summary>Finds words in the team's claims that begin with these letters and are between these lengths.</summary>
    Task<IReadOnlyDictionary<string, int>> FindWordsAsync(string beginning, int shortest, int longest, CancellationToken cancellationToken);

    /// <summary>Finds the ids of the claims that contain the most words, weighted by rarity.</summary>
    Task<IReadOnlyList<long>> FindClaimsAsync(IReadOnlyCollection<string> words, int most, CancellationToken cancellationToken);
}
