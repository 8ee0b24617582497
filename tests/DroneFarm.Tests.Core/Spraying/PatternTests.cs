using DroneFarm.Core.Spraying.Patterns;

namespace DroneFarm.Tests.Core.Spraying;

/// <summary>Patterns whose overlap a person can work out.</summary>
public sealed class PatternTests
{
    private static readonly SprayPattern Rectangle = Of((-2, 1), (2, 1));
    private static readonly SprayPattern Triangle = Of((-5, 0), (0, 1), (5, 0));
    private static readonly SprayPattern Ramp = Of((-2.5, 0), (2.5, 1));

    [Fact]
    public void A_triangle_of_base_b_spaced_half_of_b_is_perfectly_even() => PatternOverlap.Cv(Triangle, 5).ShouldBe(0, 1e-7);

    [Fact]
    public void A_triangle_spaced_its_whole_base_varies_by_the_root_of_a_third() => PatternOverlap.Cv(Triangle, 10).ShouldBe(Math.Sqrt(1 / 12.0) / 0.5, 1e-9);

    [Fact]
    public void A_rectangle_spaced_its_width_is_perfectly_even() => PatternOverlap.Cv(Rectangle, 4).ShouldBe(0, 1e-7);

    [Fact]
    public void A_rectangle_spaced_three_quarters_of_its_width_has_one_and_two_layers() =>
        PatternOverlap.Cv(Rectangle, 3).ShouldBe(Math.Sqrt((4.0 / 3 * (4 / 3.0)) - 0) is var mean ? Math.Sqrt(((2 * 1) + (1 * 4)) / 3.0 - (mean * mean)) / mean : 0, 1e-9);

    [Fact]
    public void A_lopsided_pattern_lies_beside_its_mirror_image_and_not_beside_itself() => PatternOverlap.Cv(Ramp, 2.5).ShouldBe(0.5, 1e-9);

    [Theory]
    [InlineData(EffectiveSwath.UsualCv)]
    [InlineData(EffectiveSwath.NyT3213Cv)]
    public void The_effective_swath_of_a_rectangle_leaves_as_much_dry_as_the_target_allows(double cv) =>
        EffectiveSwath.WidthM(Rectangle, cv)!.Value.ShouldBe(4 * (1 + (cv * cv)), 0.001);

    [Fact]
    public void The_effective_swath_of_a_triangle_lies_between_half_its_base_and_all_of_it()
    {
        var widthM = EffectiveSwath.WidthM(Triangle)!.Value;
        widthM.ShouldBeInRange(6, 7.5);
        PatternOverlap.Cv(Triangle, widthM).ShouldBe(0.25, 0.001);
        EffectiveSwath.WidthM(Triangle, EffectiveSwath.NyT3213Cv)!.Value.ShouldBeGreaterThan(widthM);
    }

    [Fact]
    public void A_pattern_that_caught_nothing_has_no_effective_swath() => EffectiveSwath.WidthM(Of((-2, 0), (2, 0))).ShouldBeNull();

    [Fact]
    public void One_measured_height_gives_the_others_in_proportion()
    {
        var fullM = EffectiveSwath.WidthM(Rectangle)!.Value;
        SwathByHeight.WidthM([Rectangle], 1.5)!.Value.ShouldBe(fullM / 2, 1e-9);
        SwathByHeight.HeightM([Rectangle], 0.8 * fullM)!.Value.ShouldBe(2.4, 1e-9);
    }

    [Fact]
    public void Between_two_measured_heights_the_width_runs_straight()
    {
        SprayPattern[] two = [Of((-3, 1), (3, 1)) with { HeightM = 4 }, Rectangle with { HeightM = 2 }];
        SwathByHeight.WidthM(two, 3)!.Value.ShouldBe(5 * 1.0625, 0.001);
        SwathByHeight.HeightM(two, 5 * 1.0625)!.Value.ShouldBe(3, 0.001);
    }

    private static SprayPattern Of(params (double OffsetM, double Deposit)[] samples) =>
        new(3, 5, [.. samples.Select(s => new DepositSample(s.OffsetM, s.Deposit))], "made up");
}
