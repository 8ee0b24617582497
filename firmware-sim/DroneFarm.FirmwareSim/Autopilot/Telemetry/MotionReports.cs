using DroneFarm.Core.Geo;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.FirmwareSim.Autopilot.Telemetry;

/// <summary>Where the vehicle is and how it moves, in MAVLink's scaled integers.</summary>
internal sealed class MotionReports(Copter copter, Body.Wind wind)
{
    private uint BootMs => (uint)Math.Round(copter.NowS * 1000);

    public void GlobalPosition()
    {
        var body = copter.Airframe;
        var known = copter.Navigation.HasOrigin;
        var place = known ? copter.Geography.GeoOf(body.Place) : default;
        copter.Outbox.Send(new GlobalPositionInt
        {
            TimeBootMs = BootMs, Lat = E7(place.LatitudeDeg), Lon = E7(place.LongitudeDeg),
            Alt = known ? (int)Math.Round(copter.Geography.AltitudeM(body.Place) * 1000) : 0, RelativeAlt = (int)Math.Round(copter.HeightM * 1000),
            Vx = Centi(body.VelocityMps.NorthM), Vy = Centi(body.VelocityMps.EastM), Vz = Centi(-body.VelocityMps.UpM),
            Hdg = (ushort)(Math.Round(Degrees(body.YawRad) * 100) % 36000),
        });
    }

    public void GpsRaw()
    {
        var body = copter.Airframe;
        var fix = copter.Navigation.HasFix;
        var place = fix ? copter.Geography.GeoOf(body.Place) : default;
        var way = body.GroundSpeedMps > 0.1 ? body.VelocityMps.Horizontal.Heading.Degrees : 0;
        copter.Outbox.Send(new GpsRawInt
        {
            TimeUsec = fix ? (ulong)(copter.NowS * 1e6) : 0, FixType = fix ? GpsFixType.RtkFixed : GpsFixType.NoGps,
            Lat = E7(place.LatitudeDeg), Lon = E7(place.LongitudeDeg), Alt = fix ? (int)Math.Round(copter.Geography.AltitudeM(body.Place) * 1000) : 0,
            Eph = fix ? (ushort)121 : ushort.MaxValue, Epv = fix ? (ushort)200 : ushort.MaxValue,
            Vel = (ushort)Math.Round(body.GroundSpeedMps * 100), Cog = (ushort)Math.Round(way * 100),
            SatellitesVisible = fix ? (byte)10 : (byte)0, HAcc = fix ? 300u : 0, VAcc = fix ? 300u : 0,
        });
    }

    /// <summary>A spacing of 0 says that the ground's height is not known.</summary>
    public void Terrain()
    {
        var place = copter.Navigation.HasOrigin ? copter.Geography.GeoOf(copter.Airframe.Place) : default;
        var database = copter.Terrain();
        var groundM = copter.Navigation.HasOrigin ? database?.HeightM(place) : null;
        copter.Outbox.Send(new TerrainReport
        {
            Lat = E7(place.LatitudeDeg), Lon = E7(place.LongitudeDeg), Spacing = groundM is null ? (ushort)0 : (ushort)database!.SpacingM,
            TerrainHeight = (float)(groundM ?? 0), CurrentHeight = (float)(groundM is { } known ? copter.Geography.AltitudeM(copter.Airframe.Place) - known : 0),
            Pending = (ushort)(database?.Pending ?? 0), Loaded = (ushort)(database?.Loaded ?? 0),
        });
    }

    public void Attitude()
    {
        var body = copter.Airframe;
        copter.Outbox.Send(new Attitude
        {
            TimeBootMs = BootMs, Roll = (float)body.RollRad, Pitch = (float)body.PitchRad,
            Yaw = (float)Math.IEEERemainder(body.YawRad, 2 * Math.PI), Yawspeed = (float)body.YawRadPerS,
        });
    }

    public void VfrHud()
    {
        var body = copter.Airframe;
        copter.Outbox.Send(new VfrHud
        {
            Airspeed = (float)(body.VelocityMps.Horizontal - wind.NowMps).LengthM, Groundspeed = (float)body.GroundSpeedMps,
            Alt = (float)copter.Geography.AltitudeM(body.Place), Climb = (float)body.VelocityMps.UpM, Heading = (short)Degrees(body.YawRad),
            Throttle = copter.Armed && !copter.Landed ? (ushort)38 : (ushort)0,
        });
    }

    public void EkfStatus()
    {
        var variance = copter.Navigation.Variance;
        copter.Outbox.Send(new EkfStatusReport
        {
            VelocityVariance = variance, PosHorizVariance = variance, PosVertVariance = 0.005f, CompassVariance = 0.015f,
            Flags = copter.Navigation.Flags(copter.NowS),
        });
    }

    public void HomePosition()
    {
        if (!copter.Navigation.HasOrigin) return;
        var home = copter.Geography.GeoOf(copter.Home);
        var message = new HomePosition
        {
            Latitude = E7(home.LatitudeDeg), Longitude = E7(home.LongitudeDeg), Altitude = (int)Math.Round(copter.Geography.AltitudeM(copter.Home) * 1000),
            Z = (float)-copter.Home.UpM, TimeUsec = (ulong)(copter.NowS * 1e6),
        };
        for (var i = 0; i < 4; i++) message.Q[i] = float.NaN;
        copter.Outbox.Send(message);
    }

    public void Navigation()
    {
        var wanted = copter.Control.WantedPlace;
        var off = (wanted - copter.Airframe.Place).Horizontal;
        copter.Outbox.Send(new NavControllerOutput
        {
            NavRoll = (float)(copter.Airframe.RollRad * 180 / Math.PI), NavPitch = (float)(copter.Airframe.PitchRad * 180 / Math.PI),
            AltError = (float)(wanted.UpM - copter.Airframe.Place.UpM), NavBearing = (short)Degrees(copter.Airframe.YawRad), WpDist = (ushort)off.LengthM,
        });
    }

    public void Wind() => copter.Outbox.Send(new Mavlink.Messages.Wind { Direction = (float)wind.From.Degrees, Speed = (float)wind.MeanMps });

    public void SystemTime() => copter.Outbox.Send(new SystemTime { TimeBootMs = BootMs });

    public void TimeSync() => copter.Outbox.Send(new Timesync { Ts1 = (long)(copter.NowS * 1e9) });

    private static int E7(double degrees) => (int)Math.Round(degrees * 1e7);

    private static short Centi(double value) => (short)Math.Round(value * 100);

    private static double Degrees(double rad) => Heading.FromDegrees(rad * 180 / Math.PI).Degrees;
}
