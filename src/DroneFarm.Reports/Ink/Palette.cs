using SkiaSharp;

namespace DroneFarm.Reports.Ink;

/// <summary>
/// All colours of maps and pages. The four of coverage differ in lightness as well as in hue, so they stay apart for the colour-blind and in a
/// grey photocopy; those of sorties are the Okabe-Ito set (M. Okabe and K. Ito, "Color Universal Design", 2008), its yellow darkened for lines.
/// </summary>
internal static class Palette
{
    public static readonly SKColor Text = new(0x1F, 0x29, 0x2E);
    public static readonly SKColor Soft = new(0x66, 0x73, 0x7A);
    public static readonly SKColor Rule = new(0xC9, 0xD1, 0xD4);
    public static readonly SKColor Band = new(0xF1, 0xF5, 0xF3);
    public static readonly SKColor Accent = new(0x12, 0x5E, 0x4B);
    public static readonly SKColor Warning = new(0x9A, 0x5B, 0x00);
    public static readonly SKColor WarningBand = new(0xFF, 0xF4, 0xDC);
    public static readonly SKColor Error = new(0xA3, 0x1D, 0x3D);
    public static readonly SKColor ErrorBand = new(0xFC, 0xE8, 0xEC);

    public static readonly SKColor Ground = new(0xF7, 0xF6, 0xF1);
    public static readonly SKColor Paddy = new(0xFF, 0xFF, 0xFF);
    public static readonly SKColor NotPlanned = new(0xE1, 0xE1, 0xDC);
    public static readonly SKColor Boundary = new(0x3A, 0x44, 0x48);

    public static readonly SKColor Once = new(0xA3, 0xDB, 0xC6);
    public static readonly SKColor Twice = new(0x2B, 0x7B, 0xBA);
    public static readonly SKColor Missed = new(0xF2, 0xA1, 0x00);
    public static readonly SKColor OffTarget = new(0x9C, 0x12, 0x5E);

    public static readonly SKColor Water = new(0x5B, 0x93, 0xC4);
    public static readonly SKColor Building = new(0x9A, 0x9A, 0x9A);
    public static readonly SKColor Neighbour = new(0xA0, 0x7A, 0x45);
    public static readonly SKColor Track = new(0x22, 0x2A, 0x2E, 0xB0);

    private static readonly SKColor[] SortieColours =
    [
        new(0x00, 0x72, 0xB2), new(0xD5, 0x5E, 0x00), new(0x00, 0x9E, 0x73), new(0xCC, 0x79, 0xA7), new(0xA8, 0x8F, 0x00), new(0x56, 0xB4, 0xE9), new(0x3B, 0x3B, 0x3B),
    ];

    /// <param name="number">From 1; colours come again after seven.</param>
    public static SKColor Sortie(int number) => SortieColours[(number - 1 + (7 * SortieColours.Length)) % SortieColours.Length];
}
