using System.Globalization;
using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord.Rules;

/// <summary>Reads permissions that a body names.</summary>
internal static class PermissionRules
{
    /// <summary>Returns the bits a body names, as a number or as a string of digits; null if it names none.</summary>
    public static Permission? ReadPermissions(this JsonNode? body, string name, FormErrors errors)
    {
        if (body.Member(name) is not { } given)
            return null;
        if (ulong.TryParse(given.AsWritten(), NumberStyles.None, CultureInfo.InvariantCulture, out var bits))
            return (Permission)bits;
        errors.Add(name, "NUMBER_TYPE_COERCE", $"Value \"{given.AsWritten()}\" is not int.");
        return null;
    }
}
