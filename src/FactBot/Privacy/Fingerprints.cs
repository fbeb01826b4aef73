using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace FactBot.Privacy;

/// <summary>
/// What was erased, as far as it takes to find it again in a file's bytes and no further: hashes, under a base that's drawn
/// for the occasion, of pieces of it.
/// </summary>
/// <remarks>Rabin and Karp's rolling hash modulo 2^61 - 1: https://doi.org/10.1147/rd.312.0249</remarks>
public sealed class Fingerprints
{
    private const ulong Prime = (1UL << 61) - 1;

    /// <summary>In bytes: of a longer text, pieces of this length are taken.</summary>
    private const int Piece = 16;

    /// <summary>Bytes that stand in other texts just as well; so short a text isn't looked for.</summary>
    private const int TooShort = 8;

    private const int PiecesOfAText = 64;

    private readonly ulong root;
    private readonly Dictionary<int, HashSet<ulong>> byLength = [];

    private Fingerprints(ulong root) => this.root = root;

    public bool IsEmpty => byLength.Count == 0;

    /// <summary>The lengths of the pieces, in bytes.</summary>
    internal IEnumerable<int> Lengths => byLength.Keys;

    public static Fingerprints Begin() => new(256 + (BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)) % (Prime - 256)));

    /// <summary>As <see cref="ToString"/> wrote them.</summary>
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

    /// <summary>Something that was written, as it stands in the database: in a column of its own or within JSON.</summary>
    public void Add(string? text)
    {
        if (text is not null)
        {
            Add(Encoding.UTF8.GetBytes(text));
            Add(JsonEncodedText.Encode(text).EncodedUtf8Bytes);
        }
    }

    /// <summary>Somebody's id, as a number and as its digits.</summary>
    public void Add(Chat.PersonId person)
    {
        Put(Encoding.UTF8.GetBytes($"{person}"));
        Put(BytesOf((long)person.Value));
    }

    /// <summary>A number as the database keeps it: the highest byte first.</summary>
    public static byte[] BytesOf(long number)
    {
        var bytes = new byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        return bytes;
    }

    /// <summary>The length of the longest piece; as many bytes less one are read twice where a file is read in blocks.</summary>
    public int Longest => byLength.Keys.DefaultIfEmpty().Max();

    /// <summary>Those of the pieces that stand in these bytes.</summary>
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

    /// <summary>Zero bytes count too.</summary>
    private static ulong Byte(byte value) => value + 1UL;

    private static ulong Multiply(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return Reduce((low & Prime) + ((low >> 61) | (high << 3)));
    }

    private static ulong Reduce(ulong value) => value >= Prime ? value - Prime : value;
}
