namespace FactBot.Domain.Teams;

/// <summary>The share of a round's ballots that one rating needs; always more than half, so that no two can have it.</summary>
public enum Agreement
{
    TwoThirds,

    /// <summary>More than half.</summary>
    Majority,

    ThreeQuarters,

    Unanimous,
}

/// <summary>Compares votes with the share.</summary>
internal static class AgreementShare
{
    public static bool IsReached(this Agreement agreement, int votes, int of) => agreement switch
    {
        Agreement.Majority => votes * 2 > of,
        Agreement.TwoThirds => votes * 3 >= of * 2,
        Agreement.ThreeQuarters => votes * 4 >= of * 3,
        _ => votes == of,
    };
}
