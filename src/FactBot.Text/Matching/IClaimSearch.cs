namespace FactBot.Text.Matching;

/// <summary>The index of the current team's claims: each database brings its own. It knows the words of no other team.</summary>
public interface IClaimSearch
{
    /// <summary>How many of the team's claims there are.</summary>
    Task<int> CountClaimsAsync(CancellationToken cancellationToken);

    /// <summary>In how many of the team's claims each of the words stands; words that stand in none are left out.</summary>
    Task<IReadOnlyDictionary<string, int>> CountAsync(IReadOnlyCollection<string> words, CancellationToken cancellationToken);

    /// <summary>Words of the team's claims that begin with these letters and are about as long.</summary>
    Task<IReadOnlyDictionary<string, int>> FindWordsAsync(string beginning, int shortest, int longest, CancellationToken cancellationToken);

    /// <summary>The ids of the claims in which most of the words stand, the rarest counting most.</summary>
    Task<IReadOnlyList<long>> FindClaimsAsync(IReadOnlyCollection<string> words, int most, CancellationToken cancellationToken);
}
