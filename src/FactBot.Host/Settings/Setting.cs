using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using FactBot.Discord;
using FactBot.Host.Operations;
using FactBot.Host.Storage;
using FactBot.Pages;
using FactBot.Privacy;
using Microsoft.Extensions.Configuration;

namespace FactBot.Host.Settings;

/// <summary>A setting: a property of an options class, with attributes that say what is allowed.</summary>
internal sealed record Setting(string Section, PropertyInfo Property)
{
    public static readonly IReadOnlyList<(string Name, Type Options)> Sections =
    [
        (DiscordOptions.Section, typeof(DiscordOptions)),
        (WebOptions.Section, typeof(WebOptions)),
        (StorageOptions.Section, typeof(StorageOptions)),
        (PagesOptions.Section, typeof(PagesOptions)),
        (PrivacyOptions.Section, typeof(PrivacyOptions)),
        (LogOptions.Section, typeof(LogOptions)),
    ];

    public static readonly IReadOnlyList<Setting> All =
    [
        .. Sections.SelectMany(s => s.Options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => new Setting(s.Name, p))),
    ];

    /// <summary>For example <c>Discord:Token</c>.</summary>
    public string Path => $"{Section}:{Property.Name}";

    public Type Type => Property.PropertyType;

    public bool IsSecret => Property.GetCustomAttribute<PasswordPropertyTextAttribute>() is { Password: true };

    /// <summary>The value if it isn't set.</summary>
    public object? Default => Property.GetValue(Activator.CreateInstance(Property.DeclaringType!));

    /// <summary>What is allowed, worded to follow “Set it to”.</summary>
    public string Allowed =>
        Rules.Select(r => r.ErrorMessage).FirstOrDefault(m => m is not null)
        ?? (Type == typeof(bool) ? "true or false"
            : Type.IsEnum ? $"one or several of {string.Join(", ", Enum.GetNames(Type))}"
            : throw new InvalidOperationException($"No attribute of {Path} says what it may be."));

    private IEnumerable<ValidationAttribute> Rules => Property.GetCustomAttributes<ValidationAttribute>();

    /// <summary>Returns a sentence on what is wrong and how to fix it, without any secret; null if the value is valid.</summary>
    public string? FindFault(IConfiguration settings)
    {
        var text = settings[Path]?.Trim();
        var value = text is null ? Default : FindValue(text);
        if (value is not null && Rules.All(r => r.IsValid(value)))
        {
            return null;
        }

        var flaw = string.IsNullOrEmpty(text) ? "is missing" : IsSecret ? "cannot be what is set" : $"is “{text}”";
        return SentenceOn(Path, flaw, Allowed);
    }

    public static string SentenceOn(string path, string flaw, string allowed) =>
        $"{path} {flaw}. Set FACTBOT_{path.Replace(":", "__", StringComparison.Ordinal)} to {allowed}.";

    /// <summary>Converts the text as the settings' binder would; null if it can't be converted.</summary>
    private object? FindValue(string text)
    {
        try
        {
            return TypeDescriptor.GetConverter(Type).ConvertFromInvariantString(text);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or OverflowException or NotSupportedException)
        {
            return null;
        }
    }
}
