using System.Globalization;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Spraying;
using DroneFarm.Core.Text;
using DroneFarm.Flight.Vehicles;

namespace DroneFarm.Flight.Operations.Preflight;

/// <summary>
/// What must hold before a vehicle may be armed, each item bound to a live value. What is not known, or older than <see cref="VehicleState.DecidesFor"/>,
/// does not hold. Pure.
/// </summary>
public static class Checklist
{
    /// <summary>Weather that was entered by hand counts for this long: it changes within an hour, not within minutes.</summary>
    private static readonly TimeSpan WeatherHolds = TimeSpan.FromMinutes(30);

    /// <summary>What is told with a second between, as heartbeats are, may be this old.</summary>
    private static readonly TimeSpan LinkHolds = TimeSpan.FromSeconds(3.5);

    /// <summary>A satellite receiver this uncertain, or with fewer satellites, is no receiver to spray a swath by.</summary>
    private const double MostHdop = 2;
    private const int LeastSatellites = 6;

    /// <summary>The vehicle takes off where the mission says within this: a mission of another refill point does not fit.</summary>
    private const double HomeWithinM = 50;

    public static IReadOnlyList<CheckItem> Of(VehicleState vehicle, PreflightFacts facts, DateTimeOffset now)
    {
        CheckItem[] items =
        [
            Link(vehicle, now), Position(vehicle, now), Navigation(vehicle, now), .. Terrain(vehicle, facts, now), OwnChecks(vehicle, now), Battery(vehicle, facts, now), Tank(facts),
            Wind(vehicle, facts, now), Given(CheckCode.Mission, facts.MissionVerified, "mission"),
            Given(CheckCode.Sprayer, facts.SprayerVerified ?? true, facts.SprayerVerified is null ? "sprayer-as-is" : "sprayer"),
            Guard(vehicle, facts, now), Pump(vehicle, facts, now), Home(vehicle, facts, now),
        ];
        return [.. items.Select(i => !i.LetsFly && facts.Overrides.Contains(i.Code) ? i with { Verdict = CheckVerdict.Overridden } : i)];
    }

    private static CheckItem Link(VehicleState vehicle, DateTimeOffset now)
    {
        var age = now - vehicle.LastHeard;
        return new(CheckCode.Link, age is null ? CheckVerdict.Unknown : age < LinkHolds ? CheckVerdict.Holds : CheckVerdict.Fails, Phrase.Of("flight.check.link"), age);
    }

    private static CheckItem Position(VehicleState vehicle, DateTimeOffset now) => Live(CheckCode.Position, vehicle.Fix, now, "position", fix => (
        fix.Is3d && fix.Satellites >= LeastSatellites && fix.Hdop is not > MostHdop,
        [fix.Type.ToString(), Say(fix.Satellites, "0"), fix.Hdop is { } hdop ? Say(hdop, "0.0") : "-"]));

    private static CheckItem Navigation(VehicleState vehicle, DateTimeOffset now) =>
        Live(CheckCode.Navigation, vehicle.Ekf, now, "navigation", _ => (vehicle.CanNavigate(now), []));

    /// <summary>A vehicle that does not report its own checks is asked by arming it.</summary>
    private static CheckItem OwnChecks(VehicleState vehicle, DateTimeOffset now) => vehicle.PreArmOk is null
        ? new(CheckCode.OwnChecks, CheckVerdict.Holds, Phrase.Of("flight.check.own-checks-unreported"), null)
        : Live(CheckCode.OwnChecks, vehicle.PreArmOk, now, "own-checks", ok => (ok, [ok || vehicle.Notice is not { } said ? "-" : said.Value.Text]));

    private static CheckItem Battery(VehicleState vehicle, PreflightFacts facts, DateTimeOffset now)
    {
        var neededPct = 100 * ((facts.Sortie.EnergyWh / Math.Max(1, facts.Plan.Sprayer.BatteryWh)) + facts.Plan.Sprayer.ReserveFraction);
        if (vehicle.Battery is { Value.Percent: null } silent) return new(CheckCode.Battery, CheckVerdict.Unknown, Phrase.Of("flight.check.battery", "-", Say(neededPct, "0")), silent.Age(now));
        return Live(CheckCode.Battery, vehicle.Battery, now, "battery", b => (b.Percent + 1 >= Math.Min(100, neededPct), [Say(b.Percent!.Value, "0"), Say(neededPct, "0")]), ["-", Say(neededPct, "0")]);
    }

    private static CheckItem Tank(PreflightFacts facts)
    {
        var verdict = facts.FilledL is not { } filled ? CheckVerdict.Unknown : filled + 0.05 >= facts.Sortie.Litres ? CheckVerdict.Holds : CheckVerdict.Fails;
        return new(CheckCode.Tank, verdict, Phrase.Of("flight.check.tank", facts.FilledL is { } l ? Say(l, "0.0") : "-", Say(facts.Sortie.Litres, "0.0")), null);
    }

    /// <summary>As people measured it, else the vehicle's own estimate of the wind.</summary>
    private static CheckItem Wind(VehicleState vehicle, PreflightFacts facts, DateTimeOffset now)
    {
        var limits = facts.Plan.Job.WeatherLimits;
        if (facts.Weather is { WindMps: { } windMps } measured)
        {
            var age = now - measured.At;
            var verdict = age > WeatherHolds ? CheckVerdict.Unknown : windMps <= limits.MaxWindMps && InLimits(measured, limits) ? CheckVerdict.Holds : CheckVerdict.Fails;
            return new(CheckCode.Weather, verdict, Phrase.Of("flight.check.weather", Say(windMps, "0.0"), Say(limits.MaxWindMps, "0.0")), age > TimeSpan.Zero ? age : TimeSpan.Zero);
        }

        return Live(CheckCode.Weather, vehicle.Wind, now, "weather", w => (w.SpeedMps <= limits.MaxWindMps, [Say(w.SpeedMps, "0.0"), Say(limits.MaxWindMps, "0.0")]), ["-", Say(limits.MaxWindMps, "0.0")]);
    }

    private static bool InLimits(Weather weather, WeatherLimits limits) =>
        weather.TemperatureC is not { } degrees || (degrees >= limits.MinTemperatureC && degrees <= limits.MaxTemperatureC);

    /// <summary>The script that switches the sprayer off when nobody on the ground can: it is heard, so it runs.</summary>
    private static CheckItem Guard(VehicleState vehicle, PreflightFacts facts, DateTimeOffset now) => facts.RequiresGuard || vehicle.Guard is not null
        ? Live(CheckCode.Guard, vehicle.Guard, now, vehicle.Guard is null ? "guard-unheard" : "guard", _ => (true, []))
        : new(CheckCode.Guard, CheckVerdict.Holds, Phrase.Of("flight.check.guard-not-required"), null);

    private static CheckItem Pump(VehicleState vehicle, PreflightFacts facts, DateTimeOffset now) =>
        Live(CheckCode.Pump, vehicle.Servos, now, "pump", s => (!facts.Pump.IsOn(s.PulseUs(facts.Pump.Channel)), []));

    private static CheckItem Home(VehicleState vehicle, PreflightFacts facts, DateTimeOffset now) =>
        facts.Home is not { } home ? new(CheckCode.Home, CheckVerdict.Unknown, Phrase.Of("flight.check.home", "-"), null)
        : Live(CheckCode.Home, vehicle.Motion, now, "home", m => (DistanceM(home, m.Place) is var awayM && awayM <= HomeWithinM, [Say(DistanceM(home, m.Place), "0")]), ["-"]);

    private static IEnumerable<CheckItem> Terrain(VehicleState vehicle, PreflightFacts facts, DateTimeOffset now) => facts.Plan.Job.HeightDatum != AltitudeDatum.Terrain ? [] :
    [
        facts.Terrain switch
        {
            null => new(CheckCode.Terrain, CheckVerdict.Unknown, Phrase.Of("flight.check.terrain-unknown"), null),
            { IsEnabled: false } => new(CheckCode.Terrain, CheckVerdict.Fails, Phrase.Of("flight.check.terrain-disabled"), null),
            { HasRangefinder: false } => new(CheckCode.Terrain, CheckVerdict.Fails, Phrase.Of("flight.check.terrain-no-rangefinder", Say(facts.Plan.Job.HeightM, "0.0")), null),
            _ => Ground(vehicle, facts, now),
        },
    ];

    /// <summary>The heights in the vehicle's database, by its own word: all that it waits for, and the one where it stands.</summary>
    private static CheckItem Ground(VehicleState vehicle, PreflightFacts facts, DateTimeOffset now)
    {
        CheckItem Unknown(string key, params string[] args) => new(CheckCode.Terrain, CheckVerdict.Unknown, Phrase.Of("flight.check.terrain-" + key, args), now - vehicle.Ground?.At);
        if (!vehicle.Ground.IsFresh(now, LinkHolds)) return Unknown("unreported");
        var (pending, loaded, groundM) = vehicle.Ground!.Value.Value;
        if (pending > 0 && facts.Heights is null) return Unknown("unserved", $"{pending}", $"{loaded}");
        if (pending > 0 && facts.Heights!.Gap is { } gap) return Unknown("gap", $"{pending}", Say(gap.LatitudeDeg, "0.0000"), Say(gap.LongitudeDeg, "0.0000"));
        if (pending > 0) return Unknown("pending", $"{pending}", $"{loaded}");
        if (groundM is null) return Unknown("none-here");
        var (wayHomeM, roomM) = (facts.Plan.Job.TransitHeightM, facts.Plan.Job.HeightM);
        return facts.HighGround is { } high && high.RiseM + roomM > wayHomeM
            ? new(CheckCode.Terrain, CheckVerdict.Fails, Phrase.Of("flight.check.terrain-high", Say(high.At.LatitudeDeg, "0.0000"), Say(high.At.LongitudeDeg, "0.0000"), Say(high.RiseM, "0.0"), Say(wayHomeM, "0.0"), Say(roomM, "0.0")), vehicle.Ground.Value.Age(now))
            : new(CheckCode.Terrain, CheckVerdict.Holds, Phrase.Of("flight.check.terrain"), vehicle.Ground.Value.Age(now));
    }

    private static double DistanceM(GeoPoint a, GeoPoint b) => new LocalFrame(a).ToLocal(b).DistanceM(default);

    private static CheckItem Given(CheckCode code, bool holds, string key) => new(code, holds ? CheckVerdict.Holds : CheckVerdict.Fails, Phrase.Of("flight.check." + key), null);

    private static CheckItem Live<T>(CheckCode code, Reading<T>? reading, DateTimeOffset now, string key, Func<T, (bool Holds, string[] Args)> judge, string[]? unknown = null)
    {
        if (reading is not { } known) return new(code, CheckVerdict.Unknown, Phrase.Of($"flight.check.{key}", unknown ?? ["-", "-", "-"]), null);
        var (holds, args) = judge(known.Value);
        var age = known.Age(now);
        return new(code, age > VehicleState.DecidesFor ? CheckVerdict.Unknown : holds ? CheckVerdict.Holds : CheckVerdict.Fails, Phrase.Of($"flight.check.{key}", args), age);
    }

    private static string Say(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
