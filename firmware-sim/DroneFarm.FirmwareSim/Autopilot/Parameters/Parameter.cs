namespace DroneFarm.FirmwareSim.Autopilot.Parameters;

/// <summary>One setting. Whatever is written is forced into its type without a word (point 29: SPRAY_ENABLE=300 becomes 127).</summary>
/// <param name="name">By which this program knows it: ArduCopter 4.6's.</param>
/// <param name="called">By which a ground station knows it.</param>
/// <param name="perOne">What a ground station is told for a value of 1 here.</param>
internal sealed class Parameter(string name, ParameterType type, double value, string? called = null, double perOne = 1)
{
    public string Name { get; } = name;

    public string Called { get; } = called ?? name;

    public ParameterType Type { get; } = type;

    public double Value { get; private set; } = Fit(type, value);

    /// <summary>In the unit of the release that is simulated.</summary>
    public double Told => Value * perOne;

    public void SetAsTold(double told) => Set(told / perOne);

    public void Set(double value) => Value = Fit(Type, value);

    private static double Fit(ParameterType type, double value) => type switch
    {
        ParameterType.Int8 => Whole(value, sbyte.MinValue, sbyte.MaxValue),
        ParameterType.Int16 => Whole(value, short.MinValue, short.MaxValue),
        ParameterType.Int32 => Whole(value, int.MinValue, int.MaxValue),
        _ => (float)value,
    };

    private static double Whole(double value, double least, double most) =>
        double.IsNaN(value) ? 0 : Math.Clamp(Math.Truncate(value + (value >= 0 ? 0.01 : -0.01)), least, most);
}
