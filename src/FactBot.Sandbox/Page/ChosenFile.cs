using FactBot.Sandbox.Discord;
using Microsoft.AspNetCore.Components.Forms;

namespace FactBot.Sandbox.Page;

/// <summary>A file that a person chose or dropped.</summary>
internal static class ChosenFile
{
    /// <summary>Reads its content; null if it is larger than Discord allows.</summary>
    public static async Task<byte[]?> ReadAsync(IBrowserFile file)
    {
        if (file.Size > Attachments.LargestFile)
            return null;
        using var content = new MemoryStream();
        await file.OpenReadStream(Attachments.LargestFile).CopyToAsync(content);
        return content.ToArray();
    }

    public static string TooLarge(IBrowserFile file) => $"“{file.Name}” is larger than 10 MB, the most that Discord takes. Choose a smaller file.";
}
