using System.ComponentModel.DataAnnotations;

namespace FactBot.Host.Storage;

/// <summary>Where the desk is kept: the section “Storage” of the settings.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>The SQLite file; it is made, with its folder, where it is missing.</summary>
    [Required(ErrorMessage = "the database's file, such as ./data/factbot.db")]
    public string Path { get; set; } = "./data/factbot.db";
}
