using System.ComponentModel.DataAnnotations;

namespace FactBot.Host.Storage;

/// <summary>The location of the database: the section “Storage” of the settings.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>The SQLite file. It is created, with its folder, if missing.</summary>
    [Required(ErrorMessage = "the database's file, such as ./data/factbot.db")]
    public string Path { get; set; } = "./data/factbot.db";

    /// <summary>How long a start waits for another FactBot to release the database, as in a rolling restart.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00", ErrorMessage = "a time from 00:00:00 to 00:05:00")]
    public TimeSpan Handover { get; set; } = TimeSpan.FromSeconds(20);
}
