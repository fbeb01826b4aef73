using ScottPlot;
using SkiaSharp;

namespace FactBot.Digests;

/// <summary>
/// The chart's font, which is embedded in the program: a machine may have no fonts, and the letters would be missing.
/// </summary>
internal sealed class ChartFont : IFontResolver
{
    public const string Name = "FactBot Sans";

    private static readonly SKTypeface Face = Read();

    /// <summary>Registers the font for this program's plots.</summary>
    public static void Register()
    {
        Fonts.FontResolvers.Insert(0, new ChartFont());
        Fonts.Default = Name;
    }

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => fontName == Name ? Face : null;

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        fontName == Name ? Face : null;

    private static SKTypeface Read()
    {
        using var file = typeof(ChartFont).Assembly.GetManifestResourceStream("chart-font.ttf")
            ?? throw new InvalidOperationException("The picture's font is missing from the program.");
        return SKTypeface.FromStream(file);
    }
}
