using CsCheck;
using DroneFarm.Reports.Ink;
using SkiaSharp;

namespace DroneFarm.Tests.Reports.Ink;

public sealed class TextInkTests : IDisposable
{
    private static readonly DroneFarm.Reports.Ink.Type Ten = new(10, SKColors.Black);

    private readonly Faces faces = new();

    public void Dispose() => faces.Dispose();

    [Fact]
    public void Chinese_breaks_anywhere_but_not_before_a_comma() =>
        new TextInk(faces).Wrap("水稻田，喷施", 35, Ten).ShouldBe(["水稻", "田，喷", "施"]);

    [Fact]
    public void English_breaks_between_words() =>
        new TextInk(faces).Wrap("one two three", 42, Ten).ShouldBe(["one two", "three"]);

    [Fact]
    public void No_line_is_wider_than_asked_and_no_character_is_lost() =>
        Gen.Char["稻田药， aAbB.0（）"].Array[0, 60].Select(c => new string(c)).Sample(
            text =>
            {
                var ink = new TextInk(faces);
                var lines = ink.Wrap(text, 60, Ten);
                lines.ShouldAllBe(l => ink.Width(l, Ten) <= 60.01f);
                string.Concat(lines).Replace(" ", "", StringComparison.Ordinal).ShouldBe(text.Replace(" ", "", StringComparison.Ordinal));
            },
            iter: 300, threads: 1);

    [Fact]
    public void A_text_that_does_not_fit_ends_in_dots()
    {
        var ink = new TextInk(faces);
        var cut = ink.Fit("a name far too long for its place", 60, Ten);
        cut.ShouldEndWith("...");
        ink.Width(cut, Ten).ShouldBeLessThanOrEqualTo(60);
    }
}
