using System.Text;
using SkiaSharp;

namespace DroneFarm.Reports.Ink;

/// <summary>
/// The two typefaces everything is set in. They come from this assembly, never from the system: a record looks the same on a machine
/// without any font. A character they lack is set as <see cref="Substitute"/> and remembered in <see cref="Lacking"/>.
/// </summary>
internal sealed class Faces : IDisposable
{
    /// <summary>The geta mark, which typesetters put in the place of a character that is not in the case.</summary>
    public const string Substitute = "〓";

    private static readonly byte[] RegularFile = Embedded("DroneFarmSansSC-Regular.ttf");
    private static readonly byte[] BoldFile = Embedded("DroneFarmSansSC-Bold.ttf");

    private readonly SKTypeface regular, bold;
    private readonly SKFont regularFont, boldFont;
    private readonly SortedSet<int> lacking = [];
    private readonly SortedSet<int> usedRegular = [], usedBold = [];

    public Faces()
        : this(RegularFile, BoldFile)
    {
    }

    private Faces(byte[] regularFile, byte[] boldFile)
    {
        regular = Load(regularFile);
        bold = Load(boldFile);
        regularFont = new SKFont(regular);
        boldFont = new SKFont(bold);
    }

    /// <summary>Characters asked for that the typefaces do not have.</summary>
    public IReadOnlyCollection<int> Lacking => lacking;

    public SKTypeface Of(bool isBold) => isBold ? bold : regular;

    /// <summary>The text with <see cref="Substitute"/> for what cannot be set; control characters become spaces.</summary>
    public string Settable(string text, bool isBold)
    {
        var set = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var wanted = Rune.IsControl(rune) ? new Rune(' ') : rune;
            if (GlyphOf(wanted.Value, isBold) == 0)
            {
                lacking.Add(wanted.Value);
                wanted = new Rune(Substitute[0]);
            }

            (isBold ? usedBold : usedRegular).Add(wanted.Value);
            set.Append(wanted.ToString());
        }

        return set.ToString();
    }

    /// <summary>The same faces with only the characters that were set so far: what a PDF embeds.</summary>
    public Faces Subset() => new(SubsetFile(isBold: false), SubsetFile(isBold: true));

    /// <summary>A font file with only the characters that were set so far.</summary>
    public byte[] SubsetFile(bool isBold) => FontSubset.Of(isBold ? BoldFile : RegularFile, c => GlyphOf(c, isBold), isBold ? usedBold : usedRegular);

    /// <summary>0 when the face does not have the character.</summary>
    public ushort GlyphOf(int character, bool isBold) => (isBold ? boldFont : regularFont).GetGlyph(character);

    public void Dispose()
    {
        regularFont.Dispose();
        boldFont.Dispose();
        regular.Dispose();
        bold.Dispose();
    }

    private static SKTypeface Load(byte[] file)
    {
        using var data = SKData.CreateCopy(file);
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException("an embedded font cannot be read");
    }

    private static byte[] Embedded(string name)
    {
        using var stream = typeof(Faces).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"the font {name} is not embedded");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
