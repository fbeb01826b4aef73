namespace FactBot.Audit;

/// <summary>Where a team's audit trail ends.</summary>
/// <param name="Number">The last entry's; 0 where there is none.</param>
/// <param name="Hash">The last entry's.</param>
public sealed record AuditHead(int Number, string Hash)
{
    private const int Shown = 16;

    /// <summary>As people compare it, such as “entry 340, 1f2e3d4c5b6a7988”.</summary>
    public override string ToString() => Number == 0 ? "no entry" : $"entry {Number}, {Hash[..Shown]}";
}
