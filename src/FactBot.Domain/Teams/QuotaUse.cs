namespace FactBot.Domain.Teams;

/// <summary>How much of a quota a person used on the last day on which they used any.</summary>
public sealed class QuotaUse(TeamId teamId, PersonId person, QuotaKind kind)
{
    public TeamId TeamId { get; private set; } = teamId;

    public PersonId Person { get; private set; } = person;

    public QuotaKind Kind { get; private set; } = kind;

    /// <summary>The date in the team's zone.</summary>
    public DateOnly Day { get; private set; }

    public int Used { get; private set; }

    /// <summary>Returns how much was used on a day.</summary>
    public int UsedOn(DateOnly day) => day == Day ? Used : 0;

    public void Use(DateOnly day, int count) => (Day, Used) = (day, UsedOn(day) + count);
}
