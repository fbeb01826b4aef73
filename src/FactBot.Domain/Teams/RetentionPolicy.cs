namespace FactBot.Domain.Teams;

/// <summary>A team's retention periods, in days; <c>/settings</c> shows and changes them.</summary>
public sealed class RetentionPolicy
{
    /// <summary>For texts of source pages, counted from the fetch; their hashes stay. 0 keeps them forever.</summary>
    public int Pages { get; internal set; }

    /// <summary>For messages that someone started to add as evidence but didn't.</summary>
    public int Messages { get; internal set; } = 7;

    /// <summary>For texts held back as possible duplicates, which matching learns from. 0 keeps them forever.</summary>
    public int Offers { get; internal set; } = 365;

    /// <summary>For reasons of votes, counted from the claim's last verdict; published ones stay. 0 keeps them forever.</summary>
    public int Reasons { get; internal set; }
}
