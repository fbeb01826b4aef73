using FactBot.Chat;
using FactBot.Domain.Votes;

namespace FactBot.Votes;

/// <summary>Tells voters, before and after the vote, what may be published of it.</summary>
internal static class Publicity
{
    public static Words Of(RoundRules rules) => rules.NamesDissenters
        ? (Words)$"If the verdict is another one, your rating and your reason are published with it as dissent, with your name."
        : $"If the verdict is another one, your rating and your reason are published with it as dissent, without your name.";
}
