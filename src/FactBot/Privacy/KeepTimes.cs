namespace FactBot.Privacy;

/// <summary>How long a team keeps what it need not keep for good, in days; <see cref="Teams.Settings"/> shows and changes them.</summary>
public sealed class KeepTimes
{
    /// <summary>The texts of sources' pages, from when they were fetched; their hashes stay. 0 for good.</summary>
    public int Pages { get; internal set; }

    /// <summary>Messages that somebody pointed to and that did not become evidence.</summary>
    public int Messages { get; internal set; } = 7;

    /// <summary>What was about to be submitted where an earlier claim was offered; the desk learns from it. 0 for good.</summary>
    public int Offers { get; internal set; } = 365;

    /// <summary>The reasons given with votes, from the claim's last verdict; what was published of them stays. 0 for good.</summary>
    public int Reasons { get; internal set; }
}
