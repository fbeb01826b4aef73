using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace FactBot.Tests.Documents;

/// <summary>PDFs made to hurt, each of a kind that has ended, hung or filled some reader.</summary>
internal static class HostilePdfs
{
    private const string Catalog = "<< /Type /Catalog /Pages 2 0 R >>";
    private const string Pages = "<< /Type /Pages /Count 1 /Kids [3 0 R] >>";
    private const string Page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> /Font << /F1 6 0 R >> >> >>";

    public static IReadOnlyDictionary<string, Func<byte[]>> All { get; } = new Dictionary<string, Func<byte[]>>
    {
        ["a page tree that holds itself"] = () => Of(Catalog, "<< /Type /Pages /Count 1 /Kids [2 0 R] >>"),
        ["a page tree in a circle"] = () => Of(Catalog, "<< /Type /Pages /Count 1 /Kids [3 0 R] >>", "<< /Type /Pages /Count 1 /Kids [4 0 R] >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>"),
        ["a page tree of 40,000 levels"] = () => Of([Catalog, .. Enumerable.Range(3, 40_000).Select(n => $"<< /Type /Pages /Count 1 /Kids [{n} 0 R] >>"), "<< /Type /Page >>"]),
        ["a page whose parent is itself"] = () => Of(Catalog, Pages, "<< /Type /Page /Parent 3 0 R >>"),
        ["a page tree without its catalog"] = () => Of("<< /Type /Catalog /Pages 1 0 R >>"),
        ["an object that refers to itself"] = () => Of(Catalog, "2 0 R"),
        ["objects that refer to each other"] = () => Of("<< /Type /Catalog /Pages 2 0 R >>", "3 0 R", "2 0 R"),
        ["20,000 objects, each the next one"] = () => Of([Catalog, .. Enumerable.Range(3, 20_000).Select(n => $"{n} 0 R"), Pages]),
        ["a length that is its own stream"] = () => Of(Catalog, Pages, Page, "<< /Length 4 0 R >>\nstream\nBT ET\nendstream"),
        ["a filter that is its own stream"] = () => Of(Catalog, Pages, Page, "<< /Length 5 /Filter 4 0 R >>\nstream\nBT ET\nendstream"),
        ["a form that contains itself"] = () => WithForm(Stream("/F Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >>")),
        ["two forms that contain each other"] = () => WithForm(
            Stream("/G Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /G 7 0 R >> >>"),
            Stream("/F Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >>")),
        ["forms that contain each other under other names"] = () => WithForm(
            Stream("/A Do /A Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A 7 0 R >> >>"),
            Stream("/B Do /B Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /B 5 0 R >> >>")),
        ["a chain of 20,000 forms"] = () => WithForm([.. Enumerable.Range(0, 20_000).Select(n =>
            Stream("/F Do", $"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F {(n == 0 ? 7 : n + 7)} 0 R >> >>"))]),
        ["forms that double 40 times"] = () => WithForm([.. Enumerable.Range(0, 40).Select(n =>
            Stream("/F Do /F Do", $"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F {(n == 0 ? 7 : n + 7)} 0 R >> >>"))]),
        ["an image whose metadata is itself"] = () => WithForm("<< /Type /XObject /Subtype /Image /Width 3 /Height 3 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Metadata 5 0 R /SMask 5 0 R /Length 0 >>\nstream\n\nendstream"),
        ["an image of JBIG2 that is none"] = () => WithForm("<< /Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /JBIG2Decode /Length 4 >>\nstream\n\0\0\0\0\nendstream"),
        ["an image of JPEG that is none"] = () => WithForm("<< /Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /DCTDecode /Length 4 >>\nstream\n\xFF\xD8\xFF\xE0\nendstream"),
        ["a picture in the text that never ends"] = () => Of(Catalog, Pages, Page, Stream("BI /W 60000 /H 60000 /BPC 8 /CS /RGB ID " + new string('x', 2_000_000), "")),
        ["a text of 400 MB"] = () => Of(Catalog, Pages, Page, Packed("BT /F1 9 Tf (a) Tj ET ", 400)),
        ["a text packed five times"] = () => Of(Catalog, Pages, Page, Packed("a", 400, times: 5)),
        ["a text of 2,000 filters"] = () => Of(Catalog, Pages, Page, $"<< /Length 9 /Filter [{string.Concat(Enumerable.Repeat("/ASCIIHexDecode ", 2_000))}] >>\nstream\n41414141>\nendstream"),
        ["a run that unfolds without end"] = () => Of(Catalog, Pages, Page, $"<< /Length 99999 /Filter [{string.Concat(Enumerable.Repeat("/RunLengthDecode ", 8))}] >>\nstream\n{new string('\x81', 99_999)}\nendstream"),
        ["a predictor of two billion columns"] = () => Of(Catalog, Pages, Page, Packed("abc", 1, parameters: "/DecodeParms << /Predictor 15 /Columns 2147483647 /Colors 4 /BitsPerComponent 16 >>")),
        ["arrays nested a million deep in the text"] = () => Of(Catalog, Pages, Page, Stream(new string('[', 1_000_000), "")),
        ["dictionaries nested 100,000 deep"] = () => Of($"<< /Type /Catalog /Pages 2 0 R /X {string.Concat(Enumerable.Repeat("<< /A\n", 100_000))} >>", Pages),
        ["a character map of four billion letters"] = () => WithFont("<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /ToUnicode 7 0 R /DescendantFonts [8 0 R] >>",
            Stream("1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange 1 beginbfrange <00000000> <FFFFFFFF> <0000> endbfrange", "/Type /CMap")),
        ["a font that is its own descendant"] = () => WithFont("<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 6 0 R >>"),
        ["a font whose letters draw themselves"] = () => WithFont("<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97 /Widths [9] /Encoding << /Differences [97 /a] >> /CharProcs << /a 4 0 R >> >>"),
        ["a table of contents in a circle"] = () => Trailing("/Root 1 0 R /Prev 9"),
        ["a table of contents that leads to itself"] = () => Trailing("/Root 1 0 R", prevIsItself: true),
        ["a table of contents of two billion lines"] = () => Encoding.Latin1.GetBytes("%PDF-1.7\nxref\n0 2147483647\n0000000000 65535 f \ntrailer\n<< /Size 2147483647 /Root 1 0 R >>\nstartxref\n9\n%%EOF"),
        ["an object stream that holds itself"] = () => Of(Catalog, Pages, Page, "<< /Type /ObjStm /N 2000000000 /First 10 /Extends 4 0 R /Length 12 >>\nstream\n4 0 5 0 6 0 \nendstream"),
        ["a root that is the trailer"] = () => Trailing("/Root 99 0 R /Root 1 0 R /Encrypt 1 0 R /ID [<00> <00>]"),
        ["a matrix of numbers beyond all measure"] = () => Of(Catalog, Pages, Page, Stream($"{new string('9', 500_000)} 0 0 1e308 -1e308 9 cm BT /F1 1e300 Tf (a) Tj ET", "")),
        ["states saved two million times"] = () => Of(Catalog, Pages, Page, Packed("q ", 4)),
        ["a million letters on one spot"] = () => Of(Catalog, Pages, Page, Packed("BT /F1 9 Tf (aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj ET\n", 8)),
        ["nothing but its first line"] = () => "%PDF-1.7"u8.ToArray(),
        ["five megabytes of openings"] = () => Encoding.Latin1.GetBytes("%PDF-1.7\n" + string.Concat(Enumerable.Repeat("1 0 obj <<\n", 450_000))),
        ["five megabytes of places where it starts"] = () => Encoding.Latin1.GetBytes("%PDF-1.7\n" + string.Concat(Enumerable.Repeat("startxref\n9\n%%EOF\n", 250_000))),
    };

    /// <summary>One with a page of words, which is to be read.</summary>
    public static byte[] Good() => Of(
        Catalog, Pages, Page.Replace("/XObject << /F 5 0 R >>", "", StringComparison.Ordinal),
        Stream("BT /F1 9 Tf 9 50 Td (The bridge was opened in 1931.) Tj ET", ""), "null",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");

    private static byte[] WithForm(params string[] forms) => Of(
        [Catalog, Pages, Page, Stream("/F Do", ""), forms[0], "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", .. forms.Skip(1)]);

    private static byte[] WithFont(string font, params string[] more) => Of(
        [Catalog, Pages, Page, Stream("BT /F1 9 Tf (aaaa) Tj <0041> Tj ET", ""), "null", font, .. more]);

    private static string Stream(string content, string facts) => $"<< {facts} /Length {content.Length} >>\nstream\n{content}\nendstream";

    private static string Packed(string part, int megabytes, int times = 1, string parameters = "")
    {
        var content = Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat(part, 1024 * 1024 / part.Length)));
        var packed = Zlib(content, megabytes);
        for (var i = 1; i < times; i++)
        {
            packed = Zlib(packed, 1);
        }

        return $"<< /Length {packed.Length} /Filter [{string.Concat(Enumerable.Repeat("/FlateDecode ", times))}] {parameters} >>\nstream\n{Encoding.Latin1.GetString(packed)}\nendstream";
    }

    private static byte[] Zlib(byte[] content, int copies)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            for (var i = 0; i < copies; i++)
            {
                zlib.Write(content);
            }
        }

        return packed.ToArray();
    }

    private static byte[] Trailing(string trailer, bool prevIsItself = false)
    {
        var body = $"%PDF-1.7\n1 0 obj\n{Catalog}\nendobj\n2 0 obj\n{Pages}\nendobj\n";
        var prev = prevIsItself ? $" /Prev {body.Length}" : "";
        return Encoding.Latin1.GetBytes($"{body}xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 3 {trailer}{prev} >>\nstartxref\n{body.Length}\n%%EOF\n");
    }

    private static byte[] Of(params string[] objects)
    {
        var pdf = new StringBuilder("%PDF-1.7\n");
        var places = new List<int>();
        foreach (var (content, number) in objects.Select((o, i) => (o, i + 1)))
        {
            places.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{content}\nendobj\n");
        }

        var start = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        places.ForEach(p => pdf.Append(CultureInfo.InvariantCulture, $"{p:D10} 00000 n \n"));
        return Encoding.Latin1.GetBytes(pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").ToString());
    }
}
