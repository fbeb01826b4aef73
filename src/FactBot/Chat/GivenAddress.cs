using FactBot.Text.Addresses;
using FactBot.Text.Characters;

namespace FactBot.Chat;

/// <summary>The address of a page, as a person gives it.</summary>
public static class GivenAddress
{
    /// <summary>The address in its usual form; a refusal where it is none of the web.</summary>
    public static string Get(string text) => WebAddress.Find(text) ?? throw new DeskRuleException(WebAddress.IsOfTheWeb(text)
        ? (Words)$"That web address is longer than {WebAddress.MaxLength:N0} characters; give a shorter one."
        : $"“{Clip.To(text, 80)}” is no public web address; copy it whole, from https:// on, without a password in it.");
}
