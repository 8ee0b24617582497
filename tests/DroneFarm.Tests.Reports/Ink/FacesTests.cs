using DroneFarm.Reports.Ink;
using SkiaSharp;

namespace DroneFarm.Tests.Reports.Ink;

public sealed class FacesTests
{
    [Fact]
    public void A_character_that_the_fonts_lack_is_set_as_a_geta_mark_and_remembered()
    {
        using var faces = new Faces();
        faces.Settable("田𠮷", isBold: false).ShouldBe("田〓");
        faces.Lacking.ShouldBe([0x20BB7]);
    }

    [Fact]
    public void A_subset_draws_the_same_outlines_and_widths_as_the_whole_font()
    {
        using var whole = new Faces();
        const string Text = "施药记录 1.5 L/亩 Spray";
        whole.Settable(Text, isBold: false);
        using var subset = whole.Subset();
        using SKFont a = new(whole.Of(isBold: false), 20), b = new(subset.Of(isBold: false), 20);
        b.MeasureText(Text).ShouldBe(a.MeasureText(Text));
        foreach (var character in Text.EnumerateRunes())
        {
            using var drawn = a.GetGlyphPath(a.GetGlyph(character.Value));
            using var cut = b.GetGlyphPath(b.GetGlyph(character.Value));
            (cut?.ToSvgPathData() ?? "").ShouldBe(drawn?.ToSvgPathData() ?? "", character.ToString());
        }
    }

    [Fact]
    public void A_subset_holds_nothing_but_what_was_set()
    {
        using var whole = new Faces();
        whole.Settable("田", isBold: true);
        using var subset = whole.Subset();
        subset.GlyphOf('田', isBold: true).ShouldBe((ushort)1);
        subset.GlyphOf('地', isBold: true).ShouldBe((ushort)0);
        subset.Of(isBold: true).GlyphCount.ShouldBe(2);
    }

    [Fact]
    public void Drawing_text_loads_no_font_library_of_the_system()
    {
        using var png = new MemoryStream();
        var sample = Sample.Of(1);
        DroneFarm.Reports.PlanMap.Png(png, sample.Plan, DroneFarm.Reports.ReportOptions.Bilingual);
        if (!OperatingSystem.IsLinux()) Assert.Skip("the list of loaded libraries is read from Linux");
        File.ReadAllText("/proc/self/maps").ShouldNotContain("libfontconfig");
    }
}
