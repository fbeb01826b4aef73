using System.Globalization;
using System.Text;
using NSec.Cryptography;

namespace FactBot.Discord.Interactions;

/// <summary>Verifies that a request is from Discord, which sends forged ones now and then to see them refused.</summary>
/// <remarks>https://docs.discord.com/developers/interactions/overview#validating-security-request-headers</remarks>
public static class InteractionSignature
{
    /// <summary>The last second of the year 9999.</summary>
    private const long LastSecond = 253_402_300_799;

    /// <summary>Returns false for anything the holder of the key didn't sign, and for malformed input of any kind.</summary>
    /// <param name="publicKey">The application's public key, in hex.</param>
    /// <param name="signature">The header X-Signature-Ed25519, in hex.</param>
    /// <param name="timestamp">The header X-Signature-Timestamp.</param>
    /// <param name="body">The raw bytes, exactly as received.</param>
    public static bool IsValid(string publicKey, string? signature, string? timestamp, ReadOnlySpan<byte> body)
    {
        var algorithm = SignatureAlgorithm.Ed25519;
        if (FindBytes(publicKey, algorithm.PublicKeySize) is not { } keyBytes
            || FindBytes(signature, algorithm.SignatureSize) is not { } signatureBytes
            || string.IsNullOrEmpty(timestamp)
            || !PublicKey.TryImport(algorithm, keyBytes, KeyBlobFormat.RawPublicKey, out var key)
            || key is null)
        {
            return false;
        }

        var start = Encoding.UTF8.GetByteCount(timestamp);
        var signed = new byte[start + body.Length];
        Encoding.UTF8.GetBytes(timestamp, signed);
        body.CopyTo(signed.AsSpan(start));
        return algorithm.Verify(key, signed, signatureBytes);
    }

    /// <summary>Whether the headers look like a signature and a time, so that reading the body is worthwhile.</summary>
    /// <param name="signature">The header X-Signature-Ed25519.</param>
    /// <param name="timestamp">The header X-Signature-Timestamp: seconds since 1970.</param>
    /// <param name="signedAt">The time in the header.</param>
    public static bool IsWellFormed(string? signature, string? timestamp, out DateTimeOffset signedAt)
    {
        var isTime = long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= LastSecond;
        signedAt = isTime ? DateTimeOffset.FromUnixTimeSeconds(seconds) : default;
        return isTime && FindBytes(signature, SignatureAlgorithm.Ed25519.SignatureSize) is not null;
    }

    /// <summary>Whether the text could be an application's public key.</summary>
    internal static bool IsPublicKey(string text) =>
        FindBytes(text, SignatureAlgorithm.Ed25519.PublicKeySize) is not null;

    private static byte[]? FindBytes(string? hex, int size)
    {
        var bytes = new byte[size];
        return hex?.Length == size * 2
            && Convert.FromHexString(hex, bytes, out _, out _) == System.Buffers.OperationStatus.Done ? bytes : null;
    }
}
