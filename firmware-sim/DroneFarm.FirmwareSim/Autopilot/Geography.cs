using DroneFarm.Core.Geo;
using DroneFarm.FirmwareSim.Autopilot.Missions;
using DroneFarm.FirmwareSim.Body;
using DroneFarm.Mavlink.Enums;

namespace DroneFarm.FirmwareSim.Autopilot;

/// <summary>Between the vehicle's own frame and the earth, and what the three altitude frames of mission items mean.</summary>
internal sealed class Geography(LocalFrame frame, double originAltitudeM)
{
    public GeoPoint GeoOf(Position3 place) => frame.ToGeo(place.Ground);

    public double AltitudeM(Position3 place) => originAltitudeM + place.UpM;

    public LocalPoint GroundOf(in StoredItem item) => frame.ToLocal(PlaceOf(item));

    /// <summary>Where an item is, an item without a place being here; null while the ground's height there is not known.</summary>
    public Position3? PlaceOf(in StoredItem item, Position3 here, Position3 home, TerrainGrid terrain)
    {
        var ground = item.HasPlace ? GroundOf(item) : here.Ground;
        double? upM = item.Frame switch
        {
            MavFrame.Global => item.AltM - originAltitudeM,
            MavFrame.GlobalTerrainAlt => terrain.HeightM(PlaceOf(item)) is { } terrainM ? terrainM - originAltitudeM + item.AltM : null,
            _ => home.UpM + item.AltM,
        };
        return upM is { } up ? new Position3(ground.EastM, ground.NorthM, up) : null;
    }

    private static GeoPoint PlaceOf(in StoredItem item) => new(LatitudeDeg: item.LatE7 * 1e-7, LongitudeDeg: item.LonE7 * 1e-7);

    public StoredItem ItemAt(Position3 place)
    {
        var geo = GeoOf(place);
        return new StoredItem(MavCmd.NavWaypoint, MavFrame.Global, 0, 0, 0, 0,
            (int)Math.Round(geo.LatitudeDeg * 1e7), (int)Math.Round(geo.LongitudeDeg * 1e7), (float)AltitudeM(place));
    }
}
