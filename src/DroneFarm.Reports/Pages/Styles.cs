using DroneFarm.Reports.Ink;

namespace DroneFarm.Reports.Pages;

/// <summary>The types of a printed page.</summary>
internal static class Styles
{
    public static readonly Ink.Type Title = new(21, Palette.Accent, Bold: true);
    public static readonly Ink.Type TitleAlso = new(13, Palette.Accent);
    public static readonly Ink.Type Lead = new(10.5f, Palette.Text);
    public static readonly Ink.Type Heading = new(11, Palette.Accent, Bold: true);
    public static readonly Ink.Type HeadingAlso = new(9, Palette.Accent);
    public static readonly Ink.Type Label = new(8, Palette.Soft);
    public static readonly Ink.Type LabelAlso = new(6.6f, Palette.Soft);
    public static readonly Ink.Type Value = new(8.8f, Palette.Text);
    public static readonly Ink.Type Head = new(7.8f, Palette.Text, Bold: true);
    public static readonly Ink.Type HeadAlso = new(6.4f, Palette.Soft);
    public static readonly Ink.Type Cell = new(8.3f, Palette.Text);
    public static readonly Ink.Type Figure = new(19, Palette.Text, Bold: true);
    public static readonly Ink.Type FigureUnit = new(9, Palette.Text);
    public static readonly Ink.Type Small = new(7.2f, Palette.Soft);
    public static readonly Ink.Type Alert = new(9, Palette.Warning, Bold: true);
}
