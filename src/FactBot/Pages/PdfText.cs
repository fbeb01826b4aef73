using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace FactBot.Pages;

/// <summary>Reads the words of a PDF, page after page.</summary>
internal static partial class PdfText
{
    public const int MaxPages = 300;

    /// <summary>Nests that are deeper than real files have would end the program in PdfPig's recursion.</summary>
    private const int MaxNests = 500;

    /// <exception cref="InvalidDataException">It has too many pages, or is damaged or locked.</exception>
    public static string Of(byte[] bytes, CancellationToken cancel)
    {
        if (IsTooNested(bytes))
        {
            throw new InvalidDataException("The PDF nests too deep.");
        }

        try
        {
            using var pdf = PdfDocument.Open(bytes, new ParsingOptions { FilterProvider = new PdfFilters() });
            if (pdf.NumberOfPages > MaxPages)
            {
                throw new InvalidDataException("The PDF has too many pages.");
            }

            var text = new StringBuilder();
            for (var page = 1; page <= pdf.NumberOfPages && text.Length <= PageReader.MaxText; page++)
            {
                cancel.ThrowIfCancellationRequested();
                text.Append(ContentOrderTextExtractor.GetText(pdf.GetPage(page), addDoubleNewline: true).Trim()).Append("\n\n");
            }

            return WrappedLine().Replace(text.ToString().ReplaceLineEndings("\n"), " ").Trim();
        }
        catch (Exception e) when (e is not OperationCanceledException and not InvalidDataException)
        {
            // PdfPig throws whatever comes up in a damaged file.
            throw new InvalidDataException("The PDF is damaged or locked.", e);
        }
    }

    // A line that ends no sentence goes on in the next, unless it is as short as those of lists and tables.
    [GeneratedRegex(@"(?<=[^\n]{30}[^\n.!?…:;”""»)])\n(?=\S)|(?<=[^\n.!?…:;])\n(?=\p{Ll})")]
    private static partial Regex WrappedLine();

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
