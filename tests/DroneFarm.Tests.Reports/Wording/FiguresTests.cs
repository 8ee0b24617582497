using DroneFarm.Core.Text;
using DroneFarm.Reports.Wording;

namespace DroneFarm.Tests.Reports.Wording;

public sealed class FiguresTests
{
    private static readonly Figures Nantong = new(new Words([Language.Chinese]), TimeSpan.FromHours(8));

    [Fact]
    public void Ten_thousand_square_metres_are_fifteen_mu_and_one_hectare() =>
        Nantong.MuAndHa(10_000).ShouldBe("15.00 亩 (1.000 ha)");

    [Fact]
    public void Fifteen_litres_over_a_hectare_are_one_litre_a_mu() =>
        Figures.LitresPerMu(15, 10_000).ShouldBe("1.00");

    [Fact]
    public void A_rate_over_no_area_is_unknown() =>
        Figures.LitresPerMu(3, 0).ShouldBe(Figures.Unknown);

    [Fact]
    public void A_zero_that_rounding_made_has_no_minus() =>
        Figures.Litres(-0.01).ShouldBe("0.0");

    [Fact]
    public void Moments_are_local_and_the_offset_stands_beside_them() =>
        Nantong.Span(Sample.Start, Sample.Start.AddHours(1)).ShouldBe("2026-06-20 08:30 – 09:30 (UTC+08:00)");

    [Fact]
    public void A_night_over_midnight_shows_both_days() =>
        Nantong.Span(new(2026, 6, 20, 15, 0, 0, TimeSpan.Zero), new(2026, 6, 20, 17, 0, 0, TimeSpan.Zero)).ShouldBe("2026-06-20 23:00 – 2026-06-21 01:00 (UTC+08:00)");

    [Fact]
    public void An_offset_west_of_Greenwich_has_a_minus() =>
        new Figures(new Words([Language.English]), TimeSpan.FromHours(-5.5)).OffsetText.ShouldBe("UTC−05:30");
}
