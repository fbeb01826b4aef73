using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace FactBot.Text.Pdf;

/// <summary>
/// PdfPig's filters, which unfold what is packed in a PDF, each time up to a bound and all together up to another: a file
/// of 5 MB can hold gigabytes. One is for one file.
/// </summary>
internal sealed class PdfFilters : IFilterProvider
{
    // In bytes. No page of text comes near the first, no article near the second.
    private const int MaxOfOne = 32 * 1024 * 1024;
    private const int MaxOfAll = 200 * 1024 * 1024;

    /// <summary>Packed in the ways of old files, which unfold up to a thousandfold and are not counted before.</summary>
    private const int MaxOfOldWays = 100 * 1024;

    private long unfolded;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bounded(DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(DefaultFilterProvider.Instance.GetAllFilters());

    private IReadOnlyList<IFilter> Bounded(IReadOnlyList<IFilter> filters) => [.. filters.Select(f => new Filter(f, this))];

    /// <exception cref="InvalidDataException">It would be more than an article's file holds.</exception>
    private void Allow(IFilter filter, Memory<byte> packed)
    {
        var size = filter is FlateFilter && unfolded <= MaxOfAll ? SizeOf(packed) : packed.Length;
        unfolded += size;
        if (size > MaxOfOne || unfolded > MaxOfAll || (filter is LzwFilter or RunLengthFilter && packed.Length > MaxOfOldWays))
        {
            throw new InvalidDataException("The PDF unfolds to more than an article's file holds.");
        }
    }

    /// <summary>How large it unfolds, counted without keeping it, and no further than matters.</summary>
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
            // Damaged after so much; PdfPig makes what it can of it.
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
