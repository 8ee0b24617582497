using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Vehicles;

namespace DroneFarm.Tests.Flight.Operations;

/// <summary>The pump's output laid beside places by the vehicle's clock.</summary>
public sealed class PumpReportTests
{
    private static readonly PumpCalibration Pump = new(FlowAtMaxLPerMin: 8);

    private readonly PumpReports reports = new(Pump);

    [Theory]
    [InlineData(1030u, 4.0)]
    [InlineData(1070u, 0.0)]
    [InlineData(1590u, 0.0)]
    public void A_place_has_the_flow_of_the_report_nearest_in_time_be_it_before_or_after(uint uptimeMs, double litres)
    {
        Report(1000, 1500);
        Report(1100, 1000);
        reports.FlowLPerMin(uptimeMs).ShouldBe(litres);
    }

    [Theory]
    [InlineData(400u)]
    [InlineData(1601u)]
    public void No_report_within_half_a_second_is_no_flow_that_is_known(uint uptimeMs)
    {
        Report(1000, 1500);
        Report(1100, 1000);
        reports.FlowLPerMin(uptimeMs).ShouldBeNull();
    }

    [Fact]
    public void Before_the_first_report_nothing_is_known_and_none_is_waited_for()
    {
        reports.FlowLPerMin(1000).ShouldBeNull();
        reports.MayComeNearer(1000).ShouldBeFalse();
    }

    [Theory]
    [InlineData(1000u, false)]
    [InlineData(1040u, true)]
    [InlineData(1700u, false)]
    public void A_place_waits_for_the_report_after_it_where_reports_come(uint uptimeMs, bool waits)
    {
        Report(1000, 1500);
        reports.MayComeNearer(uptimeMs).ShouldBe(waits);
    }

    [Fact]
    public void The_pump_switched_half_way_between_the_last_report_of_one_kind_and_the_first_of_the_other()
    {
        Report(900, 1500);
        Report(1000, 1500);
        reports.SwitchedBefore(1040).ShouldBeNull();
        Report(1100, 1000);
        Report(1200, 1000);
        reports.SwitchedBefore(1140)!.Value.TotalMilliseconds.ShouldBe(90, 0.001);
    }

    [Fact]
    public void Where_reports_were_lost_around_it_nobody_says_when_it_switched()
    {
        Report(1000, 1500);
        Report(1600, 1000);
        reports.SwitchedBefore(1640).ShouldBeNull();
    }

    private void Report(uint uptimeMs, ushort pulseUs)
    {
        var pulses = new ushort[ServoOutputs.Channels];
        pulses[Pump.Channel - 1] = pulseUs;
        reports.Add(new ServoOutputs(pulses, uptimeMs * 1000));
    }
}
