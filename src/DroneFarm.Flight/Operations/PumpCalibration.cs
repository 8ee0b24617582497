namespace DroneFarm.Flight.Operations;

/// <summary>
/// How litres per minute follow from the pulse on the pump's channel: nothing at <see cref="ServoMinUs"/>, <see cref="FlowAtMaxLPerMin"/> at
/// <see cref="ServoMaxUs"/>, a straight line between, as ArduPilot maps 0-100 % of pump output (ARDUPILOT.md point 2).
/// </summary>
/// <param name="Channel">Of the output with SERVOn_FUNCTION 22, from 1.</param>
public sealed record PumpCalibration(double FlowAtMaxLPerMin, int ServoMinUs = 1000, int ServoMaxUs = 2000, int Channel = 9)
{
    /// <summary>Above the minimum by less than this is off (ARDUPILOT.md point 5).</summary>
    public const int OffMarginUs = 10;

    public bool IsOn(int pulseUs) => pulseUs > ServoMinUs + OffMarginUs;

    /// <param name="pulseUs">0 before the channel's first use.</param>
    public double FlowLPerMin(int pulseUs) =>
        IsOn(pulseUs) ? FlowAtMaxLPerMin * Math.Min(1, (pulseUs - ServoMinUs) / (double)(ServoMaxUs - ServoMinUs)) : 0;
}
