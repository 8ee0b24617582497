using System.Text.Json.Serialization;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Spraying;
using DroneFarm.Core.Text;

namespace DroneFarm.Storage.Journal;

/// <summary>One record of a journal: exactly one of its parts is there.</summary>
/// <param name="N">Counts from 0, the header.</param>
internal sealed record JournalLine(
    long N,
    JournalLine.HeaderPart? Header = null,
    JournalLine.TrackPart? Track = null,
    JournalLine.EventPart? Event = null,
    JournalLine.WeatherPart? Weather = null,
    JournalLine.FillPart? Fill = null,
    JournalLine.FactPart? Fact = null,
    JournalLine.ClockPart? Clock = null,
    JournalLine.EndPart? End = null)
{
    public const string FormatName = "dronefarm-journal";
    public const int CurrentVersion = 1;

    internal sealed record HeaderPart(string Format, int Version, string Job, string Plan, string Vehicle, bool Simulated, DateTimeOffset StartedAt);

    internal sealed record TrackPart(
        DateTimeOffset At,
        byte Vehicle,
        int Sortie,
        [property: JsonPropertyName("lat")] double LatitudeDeg,
        [property: JsonPropertyName("lon")] double LongitudeDeg,
        double HeightM,
        double SpeedMps,
        double? FlowLPerMin = null,
        double? NoseDeg = null)
    {
        public static TrackPart Of(TrackPoint p) =>
            new(p.At.ToUniversalTime(), p.Vehicle.SystemId, p.SortieNumber, p.Place.LatitudeDeg, p.Place.LongitudeDeg, p.HeightM, p.SpeedMps, p.FlowLPerMin, p.Nose?.Degrees);

        public TrackPoint ToPoint() =>
            new(At, new VehicleId(Vehicle), Sortie, new GeoPoint(LatitudeDeg: LatitudeDeg, LongitudeDeg: LongitudeDeg), HeightM, SpeedMps, FlowLPerMin, NoseDeg is { } deg ? Heading.FromDegrees(deg) : null);
    }

    internal sealed record EventPart(DateTimeOffset At, byte Vehicle, int Sortie, FlightEventKind Kind, string Text, IReadOnlyList<string> Args)
    {
        public static EventPart Of(FlightEvent e) => new(e.At.ToUniversalTime(), e.Vehicle.SystemId, e.SortieNumber, e.Kind, e.Text.Key, e.Text.Args);

        public FlightEvent ToEvent() => new(At, new VehicleId(Vehicle), Sortie, Kind, new Phrase(Text, Args));
    }

    internal sealed record WeatherPart(
        DateTimeOffset At, string Source, double? WindMps = null, double? WindFromDeg = null, double? TemperatureC = null, double? HumidityPct = null)
    {
        public static WeatherPart Of(Weather w) => new(w.At.ToUniversalTime(), w.Source, w.WindMps, w.WindFromDeg, w.TemperatureC, w.HumidityPct);

        public Weather ToWeather() => new(At, WindMps, WindFromDeg, TemperatureC, HumidityPct, Source);
    }

    internal sealed record FillPart(DateTimeOffset At, byte Vehicle, int Sortie, double Litres, string Source)
    {
        public static FillPart Of(TankFill f) => new(f.At.ToUniversalTime(), f.Vehicle.SystemId, f.SortieNumber, f.Litres, f.Source);

        public TankFill ToFill() => new(At, new VehicleId(Vehicle), Sortie, Litres, Source);
    }

    internal sealed record FactPart(DateTimeOffset At, byte Vehicle, int Sortie, string Kind, IReadOnlyDictionary<string, string> Values)
    {
        public static FactPart Of(JobFact f) => new(f.At.ToUniversalTime(), f.Vehicle.SystemId, f.SortieNumber, f.Kind, f.Values);

        public JobFact ToFact() => new(At, new VehicleId(Vehicle), Sortie, Kind, Values);
    }

    /// <param name="At">By the flight's steady clock.</param>
    /// <param name="WallAheadS">How far the machine's clock has run ahead of the flight's since the flight began; negative when it was set back.</param>
    internal sealed record ClockPart(DateTimeOffset At, double WallAheadS);

    internal sealed record EndPart(DateTimeOffset At, bool Complete);
}
