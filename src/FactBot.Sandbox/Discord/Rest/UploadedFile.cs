namespace FactBot.Sandbox.Discord.Rest;

/// <summary>A file in a multipart body.</summary>
/// <param name="Index">The n of <c>files[n]</c>.</param>
/// <param name="Name">Its file name.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record UploadedFile(string Index, string Name, byte[] Content);
