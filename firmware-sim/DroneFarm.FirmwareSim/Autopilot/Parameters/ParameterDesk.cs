using DroneFarm.FirmwareSim.Autopilot.Telemetry;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.FirmwareSim.Autopilot.Parameters;

/// <summary>
/// The parameter microservice (point 29; https://mavlink.io/en/services/parameter.html): the list flows at about 2,000 a
/// second, an unknown name is met with silence, an answer by name carries no index.
/// </summary>
internal sealed class ParameterDesk(ParameterTable table, Outbox outbox)
{
    private const double PerSecond = 1_900;
    private const ushort NoIndex = ushort.MaxValue;

    /// <summary>What the calibration at every start found is told to whoever listens, unasked (SITL 4.6.3: 32 values in the first seconds of a first start).</summary>
    private static readonly string[] Calibrated = ["BARO1_GND_PRESS", "BARO2_GND_PRESS"];

    private int next = int.MaxValue;
    private double due;

    public void OnRequestList() => next = 0;

    public void TellCalibration()
    {
        foreach (var name in Calibrated) Tell(table.Get(name), NoIndex);
    }

    public void OnRequestRead(short index, string name)
    {
        if (index >= 0)
        {
            if (index < table.Listed.Count) Tell(table.Listed[index], (ushort)index);
        }
        else if (table.Find(name) is { } parameter)
        {
            Tell(parameter, NoIndex);
        }
    }

    /// <summary>Takes what fits and echoes what it took.</summary>
    public void OnSet(string name, float value)
    {
        if (table.Find(name) is not { } parameter || float.IsNaN(value) || float.IsInfinity(value)) return;
        table.SetAsTold(parameter, value);
        Tell(parameter, NoIndex);
    }

    public void Step(double dtS)
    {
        if (next >= table.Listed.Count) return;
        for (due += PerSecond * dtS; due >= 1 && next < table.Listed.Count; due--, next++) Tell(table.Listed[next], (ushort)next);
    }

    private void Tell(Parameter parameter, ushort index) => outbox.Send(new ParamValue
    {
        ParamId = Text16.From(parameter.Called), Value = (float)parameter.Told, ParamType = (MavParamType)parameter.Type,
        ParamCount = (ushort)table.Listed.Count, ParamIndex = index,
    });
}
