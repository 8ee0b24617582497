using System.Text;
using DroneFarm.FirmwareSim;
using DroneFarm.Mavlink;

namespace DroneFarm.Tests.Conformance.Vehicles;

/// <summary>The simulated sprayer, stepped by hand in memory.</summary>
internal sealed class SimulatorUnderTest : VehicleUnderTest
{
    private const int RestOfTheRealList = 926;

    private readonly SimulatedSprayer sprayer;
    private readonly PacketParser parser = new();
    private readonly List<Packet> packets = [];
    private double stepsS;

    public SimulatorUnderTest(VehicleSetup setup)
    {
        sprayer = new SimulatedSprayer(new SprayerOptions
        {
            Home = Home, Parameters = setup.Parameters, ExtraParameters = RestOfTheRealList, KeepSprayTrace = false,
        });
        if (setup.Script is not null) sprayer.PutFile("/APM/scripts/on_board.lua", Encoding.UTF8.GetBytes(setup.Script));
    }

    public override VehicleKind Kind => VehicleKind.Simulator;

    public override double NowS => stepsS;

    public override double LowBatteryV => 46;

    public override int JunkBytes => (int)parser.Counts.JunkBytes;

    public override void Send(byte[] frame) => sprayer.Receive(frame);

    public override void Advance(List<(double AtS, Packet Packet)> into)
    {
        Take(TimeSpan.Zero, into);
        Take(SimulatedSprayer.StepLength, into);
    }

    public override void Pace(double speedUp)
    {
    }

    public override void LoseRadioControl(bool lost) => sprayer.LoseRadioControl(lost);

    public override void LoseGps(bool lost) => sprayer.LoseGps(lost);

    public override void DrainBattery(bool low) => sprayer.SagBattery(low ? 12 : 0);

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Take(TimeSpan by, List<(double AtS, Packet Packet)> into)
    {
        packets.Clear();
        foreach (var bytes in sprayer.Step(by)) parser.Feed(bytes, packets);
        stepsS = sprayer.Elapsed.TotalSeconds;
        foreach (var packet in packets) into.Add((stepsS, packet));
    }
}
