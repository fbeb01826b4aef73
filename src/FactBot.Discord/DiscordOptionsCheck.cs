using System.ComponentModel.DataAnnotations;
using FactBot.Discord.Interactions;
using Microsoft.Extensions.Options;

namespace FactBot.Discord;

/// <summary>Checks the settings against their attributes and against each other. No message contains a value.</summary>
public sealed class DiscordOptionsCheck : IValidateOptions<DiscordOptions>
{
    public ValidateOptionsResult Validate(string? name, DiscordOptions options)
    {
        var wrong = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), wrong, validateAllProperties: true);
        List<string> failures = [.. wrong.Select(w => $"{DiscordOptions.Section}:{w.MemberNames.First()} must be {w.ErrorMessage}.")];
        if (options.Interactions == InteractionDelivery.Http && !InteractionSignature.IsPublicKey(options.PublicKey))
        {
            failures.Add(
                "Discord:PublicKey must be set when Discord:Interactions is Http. It is the 64 hexadecimal digits under \"Public Key\" on the General Information page of your app at https://discord.com/developers/applications.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
