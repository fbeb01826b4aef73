using FactBot.Chat;

namespace FactBot.Votes;

/// <summary>What voters are told, before and after, of what may be published of their vote.</summary>
internal static class Publicity
{
    public static Words Of(RoundRules rules) => rules.NamesDissenters
        ? (Words)$"If the verdict is another one, your rating and your reason are published with it as dissent, with your name."
        : $"If the verdict is another one, your rating and your reason are published with it as dissent, without your name.";
}
