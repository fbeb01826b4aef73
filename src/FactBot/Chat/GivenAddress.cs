using FactBot.Text.Addresses;
using FactBot.Text.Characters;

namespace FactBot.Chat;

/// <summary>Reads the address of a page that a person gave.</summary>
public static class GivenAddress
{
    /// <summary>Normalizes the address; refuses one that isn’t on the public web.</summary>
    public static string Get(string text) => WebAddress.Find(text) ?? throw new DeskRuleException(WebAddress.IsOfTheWeb(text)
        ? (Words)$"That web address is longer than {WebAddress.MaxLength:N0} characters; give a shorter one."
        : $"“{Clip.To(text, 80)}” is no public web address; copy it whole, from https:// on, without a password in it.");
}
