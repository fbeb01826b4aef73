using System.Collections.Frozen;
using System.Numerics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace FactBot.Text.Language;

/// <summary>How near English words come to each other in meaning: “doctor” to “physician”, not “doctor” to “docks”.</summary>
/// <remarks>
/// From a table of vectors in <c>WordMeanings.txt</c>: a stem and its vector a line, the vector as signed bytes in base 64.
/// docs/decisions/0016 tells how it was made.
/// </remarks>
internal static class WordMeanings
{
    /// <summary>The language of the table.</summary>
    public const string TableLanguage = "en";

    private const int Dimensions = 64;

    private static readonly Lazy<(FrozenDictionary<string, int> Places, sbyte[] Vectors, float[] Lengths)> Table = new(Read);

    /// <summary>Returns the stem's place in the table; -1 if the table doesn't have it.</summary>
    public static int PlaceOf(string stem) => Table.Value.Places.GetValueOrDefault(stem, -1);

    /// <summary>Returns the cosine of two stems' vectors, from -1 to 1; 0 if the table lacks one of them.</summary>
    /// <param name="one">A place from <see cref="PlaceOf"/>.</param>
    /// <param name="other">Another.</param>
    public static double Between(int one, int other)
    {
        if (one < 0 || other < 0)
        {
            return 0;
        }

        var (_, vectors, lengths) = Table.Value;
        var sum = Vector<int>.Zero;
        for (var i = 0; i < Dimensions; i += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(vectors, (one * Dimensions) + i), out var low, out var high);
            Vector.Widen(new Vector<sbyte>(vectors, (other * Dimensions) + i), out var otherLow, out var otherHigh);
            Vector.Widen(low * otherLow, out var first, out var second);
            Vector.Widen(high * otherHigh, out var third, out var fourth);
            sum += first + second + third + fourth;
        }

        return Vector.Sum(sum) / (lengths[one] * lengths[other]);
    }

    private static (FrozenDictionary<string, int> Places, sbyte[] Vectors, float[] Lengths) Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("word-meanings.txt")!);
        var places = new Dictionary<string, int>();
        var (vectors, lengths) = (new List<sbyte>(), new List<float>());
        while (reader.ReadLine() is { } line)
        {
            if (line.Split(' ') is [{ Length: > 0 } stem, { } vector] && stem[0] != '#')
            {
                var values = MemoryMarshal.Cast<byte, sbyte>(Convert.FromBase64String(vector));
                places.Add(stem, lengths.Count);
                vectors.AddRange(values);
                lengths.Add(LengthOf(values));
            }
        }

        return (places.ToFrozenDictionary(), [.. vectors], [.. lengths]);
    }

    private static float LengthOf(ReadOnlySpan<sbyte> values)
    {
        var sum = 0;
        foreach (var value in values)
        {
            sum += value * value;
        }

        return MathF.Sqrt(sum);
    }
}
