using System.Text;
using FactBot.Chat;

namespace FactBot.Articles;

/// <summary>Reads an attached text; refuses what is none.</summary>
public static class TextFile
{
    /// <summary>In bytes: 1 MiB.</summary>
    public const int MaxSize = 1024 * 1024;

    private static readonly string[] Endings = [".txt", ".md"];

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static async Task<string> ReadAsync(AttachedFile file, CancellationToken cancel)
    {
        if (!Endings.Contains(Path.GetExtension(file.Name).ToLowerInvariant()))
        {
            throw new DeskRuleException($"{file.Name} is not a .txt or .md file; save the article as plain text and attach that.");
        }

        if (file.Size > MaxSize)
        {
            throw new DeskRuleException($"{file.Name} is larger than 1 MiB; attach the article's text alone.");
        }

        return Decode(file.Name, await file.ReadAsync(cancel));
    }

    /// <summary>The text of a file in UTF-8, its lines ended by a line feed.</summary>
    public static string Decode(string name, byte[] bytes)
    {
        if (bytes.Contains((byte)0))
        {
            throw NotPlain(name);
        }

        string text;
        try
        {
            text = StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new DeskRuleException($"{name} is not text in UTF-8; save it with that encoding and attach it again.");
        }

        text = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Trim();
        if (text.Any(c => char.IsControl(c) && c is not '\n' and not '\t' and not '\f'))
        {
            throw NotPlain(name);
        }

        return text.Length > 0
            ? text
            : throw new DeskRuleException($"{name} holds no text; attach a file with the article's words.");
    }

    private static DeskRuleException NotPlain(string name) =>
        new($"{name} is not plain text; save the article as plain text and attach that.");
}
