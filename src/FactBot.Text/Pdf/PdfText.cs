using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace FactBot.Text.Pdf;

/// <summary>Reads the text of a PDF in reading order.</summary>
internal static class PdfText
{
    public const int MaxPages = 300;

    /// <summary>Deeper nesting than real files have would crash PdfPig, which is recursive.</summary>
    private const int MaxNests = 500;

    /// <summary>Pages with pictures are scans if they have fewer letters than this on average.</summary>
    private const int FewLetters = 15;

    /// <param name="bytes">The file.</param>
    /// <param name="enough">Reading stops after the page that exceeds this many letters.</param>
    /// <param name="cancellationToken">Checked between pages.</param>
    /// <exception cref="InvalidDataException">The PDF has too many pages, is nested too deeply, or is damaged.</exception>
    /// <exception cref="UnreadablePdfException">The PDF is a scan, or needs a password.</exception>
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
            // PdfPig throws exceptions of any type on a damaged file.
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
                // Brackets in compressed content mean nothing.
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
