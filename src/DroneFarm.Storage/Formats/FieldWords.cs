using DroneFarm.Core.Fields;

namespace DroneFarm.Storage.Formats;

/// <summary>The words of our files for the kinds of zones and obstacles; one list for reading and writing.</summary>
internal static class FieldWords
{
    private static readonly Dictionary<string, ZoneKind> ZoneKinds = new()
    {
        ["other"] = ZoneKind.Other,
        ["fish-pond"] = ZoneKind.FishPond,
        ["house"] = ZoneKind.House,
        ["neighbour-crop"] = ZoneKind.NeighbourCrop,
        ["water"] = ZoneKind.Water,
        ["bees"] = ZoneKind.Bees,
    };

    private static readonly Dictionary<string, ObstacleKind> ObstacleKinds = new()
    {
        ["other"] = ObstacleKind.Other,
        ["pole"] = ObstacleKind.Pole,
        ["power-line"] = ObstacleKind.PowerLine,
        ["pylon"] = ObstacleKind.Pylon,
        ["tree"] = ObstacleKind.Tree,
        ["building"] = ObstacleKind.Building,
    };

    public static IReadOnlyCollection<string> Zones => ZoneKinds.Keys;

    public static IReadOnlyCollection<string> Obstacles => ObstacleKinds.Keys;

    public static ZoneKind? Zone(string? word) => word is not null && ZoneKinds.TryGetValue(word, out var kind) ? kind : null;

    public static ObstacleKind? Obstacle(string? word) => word is not null && ObstacleKinds.TryGetValue(word, out var kind) ? kind : null;

    public static string Of(ZoneKind kind) => ZoneKinds.Single(k => k.Value == kind).Key;

    public static string Of(ObstacleKind kind) => ObstacleKinds.Single(k => k.Value == kind).Key;
}
