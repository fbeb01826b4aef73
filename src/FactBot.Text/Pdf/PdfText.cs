using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace FactBot.Text.Pdf;

/// <summary>Reads the words of a PDF in the order in which they are read.</summary>
internal static class PdfText
{
    public const int MaxPages = 300;

    /// <summary>Nests that are deeper than real files have would end the program in PdfPig's recursion.</summary>
    private const int MaxNests = 500;

    /// <summary>With fewer letters than this on a page, on the average, pages that hold pictures are scans.</summary>
    private const int FewLetters = 15;

    /// <param name="bytes">The file.</param>
    /// <param name="enough">After this many letters, no further page is read.</param>
    /// <param name="cancellationToken">Checked between pages.</param>
    /// <exception cref="InvalidDataException">It has too many pages, or is damaged.</exception>
    /// <exception cref="UnreadablePdfException">It is a scan, or locked.</exception>
    public static string Of(byte[] bytes, int enough, CancellationToken cancellationToken)
    {
        if (IsTooNested(bytes))
        {
            throw new InvalidDataException("The PDF nests too deep.");
        }

        try
        {
            using var pdf = PdfDocument.Open(bytes, new ParsingOptions { FilterProvider = new PdfFilters() });
            return Of(pdf, enough, cancellationToken);
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new UnreadablePdfException(UnreadablePdfException.Cause.Password);
        }
        catch (Exception e) when (e is not OperationCanceledException and not InvalidDataException and not UnreadablePdfException)
        {
            // PdfPig throws whatever comes up in a damaged file.
            throw new InvalidDataException("The PDF is damaged or locked.", e);
        }
    }

    private static string Of(PdfDocument pdf, int enough, CancellationToken cancellationToken)
    {
        if (pdf.NumberOfPages > MaxPages)
        {
            throw new InvalidDataException("The PDF has too many pages.");
        }

        var (pages, letters, pictures) = (new List<List<PdfLayout.Line>>(), 0, 0);
        for (var number = 1; number <= pdf.NumberOfPages && letters <= enough; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = pdf.GetPage(number);
            letters += page.Letters.Count;
            pictures += page.NumberOfImages;
            pages.Add(PdfLayout.LinesOf(page));
        }

        return pictures > 0 && letters < FewLetters * pages.Count ? throw new UnreadablePdfException(UnreadablePdfException.Cause.Scan) : PdfProse.Of(pages);
    }

    private static bool IsTooNested(byte[] bytes)
    {
        var depth = 0;
        foreach (var b in bytes)
        {
            depth = b switch
            {
                (byte)'[' or (byte)'<' => depth + 1,
                (byte)']' or (byte)'>' => Math.Max(0, depth - 1),
                // Compressed content holds brackets that mean nothing.
                (byte)'\n' or (byte)'\r' or > 127 => 0,
                _ => depth,
            };
            if (depth > MaxNests)
            {
                return true;
            }
        }

        return false;
    }
}
