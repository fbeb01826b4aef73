using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace FactBot.Text.Pdf;

/// <summary>
/// PdfPig's filters with limits on how much each stream, and all streams together, may decompress to: a PDF of 5 MB can hold
/// gigabytes. Each instance serves one file.
/// </summary>
internal sealed class PdfFilters : IFilterProvider
{
    // In bytes. A page of text is far below the first limit, an article far below the second.
    private const int MaxOfOne = 32 * 1024 * 1024;
    private const int MaxOfAll = 200 * 1024 * 1024;

    /// <summary>In bytes. Old formats (LZW, run length) expand up to a thousandfold and aren't measured first.</summary>
    private const int MaxOfOldWays = 100 * 1024;

    private long unfolded;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bounded(DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(DefaultFilterProvider.Instance.GetAllFilters());

    private IReadOnlyList<IFilter> Bounded(IReadOnlyList<IFilter> filters) => [.. filters.Select(f => new Filter(f, this))];

    /// <exception cref="InvalidDataException">The PDF would expand to more than an article's file can hold.</exception>
    private void Allow(IFilter filter, Memory<byte> packed)
    {
        var size = filter is FlateFilter && unfolded <= MaxOfAll ? SizeOf(packed) : packed.Length;
        unfolded += size;
        if (size > MaxOfOne || unfolded > MaxOfAll || (filter is LzwFilter or RunLengthFilter && packed.Length > MaxOfOldWays))
        {
            throw new InvalidDataException("The PDF unfolds to more than an article's file holds.");
        }
    }

    /// <summary>Measures the decompressed size without keeping the data, and stops at the limit.</summary>
    private static int SizeOf(Memory<byte> packed)
    {
        const int header = 2;
        using var deflate = new DeflateStream(new MemoryStream(packed.Length < header ? [] : packed[header..].ToArray()), CompressionMode.Decompress);
        var (size, chunk) = (0, new byte[64 * 1024]);
        try
        {
            while (size <= MaxOfOne && deflate.Read(chunk) is > 0 and var read)
            {
                size += read;
            }
        }
        catch (InvalidDataException)
        {
            // The data is damaged from here on; PdfPig makes what it can of it.
        }

        return size;
    }

    private sealed class Filter(IFilter inner, PdfFilters all) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            all.Allow(inner, input);
            return inner.Decode(input, streamDictionary, filterProvider, filterIndex);
        }
    }
}
