using DroneFarm.Core.Spraying.Prescriptions;
using DroneFarm.Station.Wording;
using DroneFarm.Storage.Formats;

namespace DroneFarm.Station.Library;

/// <summary>A prescription as the one GeoJSON that pages draw and send back, whatever format it came in.</summary>
public static class PrescriptionDocument
{
    public static RawJson Of(Prescription prescription)
    {
        using var content = new MemoryStream();
        PrescriptionGeoJson.Write(content, prescription);
        return new RawJson(content.ToArray());
    }
}
