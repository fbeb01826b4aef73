using System.ComponentModel.DataAnnotations;

namespace FactBot.Host.Storage;

/// <summary>Where the desk is kept: the section “Storage” of the settings.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>The SQLite file; it is made, with its folder, where it is missing.</summary>
    [Required(ErrorMessage = "the database's file, such as ./data/factbot.db")]
    public string Path { get; set; } = "./data/factbot.db";

    /// <summary>How long a start waits for another FactBot to leave the database, as in a rolling restart.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00", ErrorMessage = "a time from 00:00:00 to 00:05:00")]
    public TimeSpan Handover { get; set; } = TimeSpan.FromSeconds(20);
}
