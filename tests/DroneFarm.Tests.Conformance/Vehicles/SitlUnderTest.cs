using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Tests.Shared;

namespace DroneFarm.Tests.Conformance.Vehicles;

/// <summary>
/// Real ArduCopter over TCP. Its own time since boot, asked for fifty times a second, is the clock of all waiting, so that a slow
/// machine changes nothing but the time a test takes.
/// </summary>
internal sealed class SitlUnderTest : VehicleUnderTest
{
    public const double CruiseSpeedUp = 15;
    private const int PollMicroseconds = 2_000;
    private const byte OwnSystemId = 250;
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(40);

    private readonly Sitl sitl;
    private readonly PacketSender sender = new(OwnSystemId, 1);
    private readonly byte[] buffer = new byte[65_536];
    private readonly List<Packet> packets = [];
    private readonly Stopwatch silence = Stopwatch.StartNew();
    private PacketParser parser = new();
    private Socket? socket;
    private double bootS, nowS;
    private bool clockAsked;
    private int restarts;

    public SitlUnderTest(VehicleSetup setup)
    {
        sitl = Sitl.Start(Home, CruiseSpeedUp, setup.Parameters, setup.Script);
        while (!TryConnect()) CheckSilence();
    }

    public override VehicleKind Kind => VehicleKind.Sitl;

    public override double NowS => nowS;

    public override double LowBatteryV => 11;

    public override int JunkBytes => (int)parser.Counts.JunkBytes;

    public override int Restarts => restarts;

    public override void Send(byte[] frame)
    {
        if (socket is null) return;
        try
        {
            socket.Send(frame);
        }
        catch (SocketException)
        {
            HangUp();
        }
    }

    public override void Advance(List<(double AtS, Packet Packet)> into)
    {
        if (socket is null && !TryConnect()) CheckSilence();
        else if (socket!.Poll(PollMicroseconds, SelectMode.SelectRead)) Read(into);
        else CheckSilence();
    }

    public override void Pace(double speedUp) => Set("SIM_SPEEDUP", speedUp);

    public override void LoseRadioControl(bool lost) => Set("SIM_RC_FAIL", lost ? 1 : 0);

    /// <summary>4.7 has the second in place of the first, and a vehicle passes over a name that it does not have.</summary>
    public override void LoseGps(bool lost)
    {
        Set("SIM_GPS_DISABLE", lost ? 1 : 0);
        Set("SIM_GPS1_ENABLE", lost ? 0 : 1);
    }

    public override void DrainBattery(bool low) => Set("SIM_BATT_VOLTAGE", low ? 10 : 12.6);

    public override async ValueTask DisposeAsync()
    {
        socket?.Dispose();
        await sitl.DisposeAsync();
    }

    private void Read(List<(double AtS, Packet Packet)> into)
    {
        var length = 0;
        try
        {
            length = socket!.Receive(buffer);
        }
        catch (SocketException)
        {
            length = 0;
        }

        if (length == 0)
        {
            HangUp();
            return;
        }

        packets.Clear();
        parser.Feed(buffer.AsSpan(0, length), packets);
        foreach (var packet in packets)
        {
            if (packet.TryRead(out SystemTime time)) nowS = bootS + (time.TimeBootMs / 1000.0);
            into.Add((nowS, packet));
            silence.Restart();
        }

        if (clockAsked || packets.Count == 0) return;
        clockAsked = true;
        Send(sender.Pack(new CommandLong { TargetSystem = 1, TargetComponent = 1, Command = MavCmd.SetMessageInterval, Param1 = SystemTime.Id, Param2 = 20_000 }));
    }

    private void Set(string name, double value) => Send(sender.Pack(new ParamSet
    {
        TargetSystem = 1, TargetComponent = 1, ParamId = Text16.From(name), ParamValue = (float)value, ParamType = MavParamType.Real32,
    }));

    /// <summary>The firmware restarts itself: the same port opens again, with its time at nought.</summary>
    private void HangUp()
    {
        restarts++;
        socket?.Dispose();
        (socket, clockAsked, bootS, parser) = (null, false, nowS, new PacketParser());
    }

    private bool TryConnect()
    {
        var fresh = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            fresh.Connect(IPAddress.Loopback, sitl.Port);
            socket = fresh;
            return true;
        }
        catch (SocketException)
        {
            fresh.Dispose();
            using var pause = new ManualResetEventSlim();
            pause.Wait(TimeSpan.FromMilliseconds(20));
            return false;
        }
    }

    private void CheckSilence()
    {
        if (silence.Elapsed > LongestSilence || sitl.HasEnded) throw new InvalidOperationException("SITL says nothing any more");
    }
}
