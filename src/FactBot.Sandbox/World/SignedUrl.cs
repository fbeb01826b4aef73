using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FactBot.Sandbox.World;

/// <summary>
/// Signs attachment addresses as Discord does; they are valid for a day. Requesting the message again returns a fresh
/// address.
/// </summary>
/// <remarks>https://docs.discord.com/developers/reference#signed-attachment-cdn-urls</remarks>
internal static class SignedUrl
{
    private static readonly TimeSpan Good = TimeSpan.FromDays(1);

    /// <param name="url">The address, with or without an older signature.</param>
    /// <param name="now">When it is issued.</param>
    public static string Sign(string url, DateTimeOffset now)
    {
        var bare = url.Split('?')[0];
        var until = Hex(now + Good);
        var id = new Uri(bare).Segments[^2].TrimEnd('/');
        return $"{bare}?ex={until}&is={Hex(now)}&hm={SignatureOf(id, until)}&";
    }

    /// <summary>Whether an address of this file is still valid.</summary>
    public static bool IsGood(string id, string? until, string? signature, DateTimeOffset now) =>
        until is not null && signature == SignatureOf(id, until)
        && long.TryParse(until, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var end)
        && now.ToUnixTimeSeconds() < end;

    private static string Hex(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString("x", CultureInfo.InvariantCulture);

    private static string SignatureOf(string id, string until) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"sandbox {id} {until}")));
}
