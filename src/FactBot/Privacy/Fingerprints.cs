using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FactBot.Domain;

namespace FactBot.Privacy;

/// <summary>
/// Just enough about erased data to find it in a file's bytes, and no more: hashes of pieces of it, with a base drawn at
/// random each time.
/// </summary>
/// <remarks>Rabin and Karp's rolling hash modulo 2^61 - 1: https://doi.org/10.1147/rd.312.0249</remarks>
public sealed class Fingerprints
{
    private const ulong Prime = (1UL << 61) - 1;

    /// <summary>In bytes. Longer texts are searched for by pieces of this length.</summary>
    private const int Piece = 16;

    /// <summary>In bytes. A text this short could occur in any other, so it isn't searched for.</summary>
    private const int TooShort = 8;

    private const int PiecesOfAText = 64;

    private readonly ulong root;
    private readonly Dictionary<int, HashSet<ulong>> byLength = [];

    private Fingerprints(ulong root) => this.root = root;

    public bool IsEmpty => byLength.Count == 0;

    /// <summary>The lengths of the pieces, in bytes.</summary>
    internal IEnumerable<int> Lengths => byLength.Keys;

    public static Fingerprints Begin() => new(256 + (BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)) % (Prime - 256)));

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static Fingerprints Parse(string text)
    {
        var lines = text.Split('\n');
        var prints = new Fingerprints(Number(lines[0]));
        foreach (var line in lines[1..])
        {
            var numbers = line.Split(' ').Select(Number).ToList();
            prints.byLength[(int)numbers[0]] = [.. numbers[1..]];
        }

        return prints;
    }

    /// <summary>Adds a text as it is in the database: in a column of its own, or within JSON.</summary>
    public void Add(string? text)
    {
        if (text is not null)
        {
            Add(Encoding.UTF8.GetBytes(text));
            Add(JsonEncodedText.Encode(text).EncodedUtf8Bytes);
        }
    }

    /// <summary>Adds a person's id, as a number and as its digits.</summary>
    public void Add(PersonId person)
    {
        Put(Encoding.UTF8.GetBytes($"{person}"));
        Put(BytesOf((long)person.Value));
    }

    /// <summary>Returns a number as the database stores it: big-endian.</summary>
    public static byte[] BytesOf(long number)
    {
        var bytes = new byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        return bytes;
    }

    /// <summary>The length of the longest piece; when a file is read in blocks, they overlap by one byte less.</summary>
    public int Longest => byLength.Keys.DefaultIfEmpty().Max();

    /// <summary>Returns the pieces that occur in these bytes.</summary>
    public IEnumerable<(int Length, ulong Hash)> FindIn(ReadOnlySpan<byte> bytes)
    {
        var found = new HashSet<(int, ulong)>();
        foreach (var (length, hashes) in byLength)
        {
            if (bytes.Length < length)
            {
                continue;
            }

            var leaving = Power(length - 1);
            var hash = HashOf(bytes[..length]);
            for (var end = length; ; end++)
            {
                if (hashes.Contains(hash))
                {
                    found.Add((length, hash));
                }

                if (end == bytes.Length)
                {
                    break;
                }

                var rest = hash + Prime - Multiply(Byte(bytes[end - length]), leaving);
                hash = Reduce(Multiply(rest >= Prime ? rest - Prime : rest, root) + Byte(bytes[end]));
            }
        }

        return found;
    }

    public override string ToString() => string.Join('\n', [
        $"{root:x}", .. byLength.Select(l => $"{l.Key:x} {string.Join(' ', l.Value.Select(h => $"{h:x}"))}"),
    ]);

    private static ulong Number(string text) => ulong.Parse(text, System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture);

    private void Add(ReadOnlySpan<byte> text)
    {
        if (text.Length < TooShort)
        {
            return;
        }

        if (text.Length <= Piece)
        {
            Put(text);
            return;
        }

        var step = Math.Max(Piece, (text.Length - Piece) / PiecesOfAText);
        for (var start = 0; start + Piece <= text.Length; start += step)
        {
            Put(text.Slice(start, Piece));
        }
    }

    private void Put(ReadOnlySpan<byte> piece)
    {
        if (!byLength.TryGetValue(piece.Length, out var hashes))
        {
            byLength[piece.Length] = hashes = [];
        }

        hashes.Add(HashOf(piece));
    }

    private ulong HashOf(ReadOnlySpan<byte> piece)
    {
        var hash = 0UL;
        foreach (var one in piece)
        {
            hash = Reduce(Multiply(hash, root) + Byte(one));
        }

        return hash;
    }

    private ulong Power(int exponent)
    {
        var power = 1UL;
        for (; exponent > 0; exponent--)
        {
            power = Multiply(power, root);
        }

        return power;
    }

    /// <summary>Maps bytes so that zero bytes count too.</summary>
    private static ulong Byte(byte value) => value + 1UL;

    private static ulong Multiply(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return Reduce((low & Prime) + ((low >> 61) | (high << 3)));
    }

    private static ulong Reduce(ulong value) => value >= Prime ? value - Prime : value;
}
