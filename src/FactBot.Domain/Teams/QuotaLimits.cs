namespace FactBot.Domain.Teams;

/// <summary>What one person may do in a day; 0 is no limit. Editors have none.</summary>
public sealed class QuotaLimits
{
    public int Claims { get; internal set; } = 200;

    public int Articles { get; internal set; } = 200;

    public int Sources { get; internal set; } = 200;

    public int Commands { get; internal set; } = 500;

    public int Of(QuotaKind kind) => kind switch
    {
        QuotaKind.Claims => Claims,
        QuotaKind.Articles => Articles,
        QuotaKind.Sources => Sources,
        _ => Commands,
    };
}
