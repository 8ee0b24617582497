using System.Globalization;
using DroneFarm.Core.Coverage;
using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using NetTopologySuite.Geometries;

namespace DroneFarm.Storage.Formats.Maps;

/// <summary>All features of a map, for formats that want them sorted into layers.</summary>
public sealed class MapSheet
{
    private MapSheet(string name, bool madeUp, LocalFrame frame, Collector collected) =>
        (Name, MadeUp, Frame, Features) = (name, madeUp, frame, collected.Features);

    public string Name { get; }

    public bool MadeUp { get; }

    public LocalFrame Frame { get; }

    /// <summary>How many features there are.</summary>
    public int Count => Features.Count;

    internal IReadOnlyList<MapFeature> Features { get; }

    internal IEnumerable<IGrouping<string, MapFeature>> Layers => Features.GroupBy(f => f.Layer);

    /// <summary>A farm, with all that is needed to read it again.</summary>
    public static MapSheet Of(Farm farm) => new(farm.Name, farm.MadeUp, farm.Frame, Collector.Of(sink => FarmGeoJson.Describe(sink, farm)));

    /// <summary>A plan with every stage.</summary>
    public static MapSheet Of(Plan plan) => new($"{plan.Farm.Name} · {plan.Job.Name}", plan.Farm.MadeUp, plan.Farm.Frame, Collector.Of(sink => PlanGeoJson.Describe(sink, plan)));

    /// <summary>What was sprayed where.</summary>
    public static MapSheet Of(Farm farm, AsApplied applied) => new(farm.Name, farm.MadeUp, farm.Frame, Collector.Of(sink => AsAppliedGeoJson.Describe(sink, farm, applied)));

    /// <summary>A value as the formats without types write it: numbers to a thousandth, moments in UTC.</summary>
    internal static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        bool choice => choice ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        double number => Math.Round(number, 3).ToString("R", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"no property can be a {value.GetType().Name}", nameof(value)),
    };

    private sealed class Collector : IMapSink
    {
        public List<MapFeature> Features { get; } = [];

        public static Collector Of(Action<IMapSink> describe)
        {
            var collector = new Collector();
            describe(collector);
            return collector;
        }

        public void Feature(string layer, Geometry shape, params ReadOnlySpan<(string Name, object? Value)> properties) => Features.Add(new MapFeature(layer, shape, [.. properties]));
    }
}
