using System.Globalization;
using FactBot.Chat;

namespace FactBot.Digests;

/// <summary>One post on where the desk stands. It covers from the end of the digest before, so that nothing falls between two.</summary>
public sealed class Digest
{
    public Digest(TeamId teamId, string key, DateTimeOffset from, DateTimeOffset until)
    {
        (TeamId, Key, From, Until) = (teamId, key, from, until);
    }

    private Digest()
    {
    }

    public long Id { get; private set; }

    public TeamId TeamId { get; private set; }

    /// <summary>Unique in the team: the local date of a daily digest, or the request that asked for one.</summary>
    public string Key { get; private set; } = "";

    public DateTimeOffset From { get; private set; }

    /// <summary>Not included.</summary>
    public DateTimeOffset Until { get; private set; }

    public static string DailyKey(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string AskedForKey(string requestId) => $"asked {requestId}";
}
