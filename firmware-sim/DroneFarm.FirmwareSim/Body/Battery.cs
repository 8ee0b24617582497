namespace DroneFarm.FirmwareSim.Body;

/// <summary>A lithium-polymer pack: open-circuit voltage by charge, less the drop over its resistance.</summary>
internal sealed class Battery(BodyOptions options)
{
    /// <summary>Volts of one resting cell at 0, 10, ... 100 % charge (typical LiPo discharge curve).</summary>
    private static readonly double[] CellVolts = [3.30, 3.60, 3.68, 3.72, 3.75, 3.78, 3.82, 3.88, 3.95, 4.05, 4.20];

    private double sagV;

    public double CapacityAh => options.BatteryCapacityAh;

    public double ConsumedAh { get; private set; }

    public double ConsumedWh { get; private set; }

    public double CurrentA { get; private set; }

    public double Charge => Math.Clamp(1 - (ConsumedAh / options.BatteryCapacityAh), 0, 1);

    public double RestVoltageV => options.BatteryCells * CellAt(Charge);

    public double VoltageV { get; private set; } = options.BatteryCells * CellVolts[^1];

    /// <summary>A fault: so many volts less than the pack would give.</summary>
    public void Sag(double volts) => sagV = volts;

    public void Draw(double powerW, double dtS)
    {
        // P = I (U - I R): the smaller root.
        double restV = RestVoltageV, resistance = options.BatteryResistanceOhm;
        var root = Math.Sqrt(Math.Max(0, (restV * restV) - (4 * resistance * powerW)));
        CurrentA = resistance > 0 ? (restV - root) / (2 * resistance) : powerW / restV;
        VoltageV = Math.Max(0, restV - (CurrentA * resistance) - sagV);
        ConsumedAh += CurrentA * dtS / 3600;
        ConsumedWh += powerW * dtS / 3600;
    }

    public void Swap()
    {
        ConsumedAh = ConsumedWh = CurrentA = sagV = 0;
        VoltageV = RestVoltageV;
    }

    private static double CellAt(double charge)
    {
        var place = charge * (CellVolts.Length - 1);
        var below = Math.Min((int)place, CellVolts.Length - 2);
        return CellVolts[below] + ((CellVolts[below + 1] - CellVolts[below]) * (place - below));
    }
}
