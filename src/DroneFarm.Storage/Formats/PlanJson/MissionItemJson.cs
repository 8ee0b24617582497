using System.Text.Json.Serialization;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;

namespace DroneFarm.Storage.Formats.PlanJson;

/// <summary>A mission item to the last digit, since it is compared with what the vehicle holds. Zeros are left out.</summary>
internal sealed record MissionItemJson(
    MissionCommand Command,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] double Param1 = 0,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] double Param2 = 0,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] double Param3 = 0,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] double Param4 = 0,
    GeoPoint? Place = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] double HeightM = 0,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] AltitudeDatum Datum = AltitudeDatum.Home)
{
    public static MissionItemJson Of(MissionItem item) => new(item.Command, item.Param1, item.Param2, item.Param3, item.Param4, item.Place, item.HeightM, item.Datum);

    public MissionItem ToItem() => new(Command, Param1, Param2, Param3, Param4, Place, HeightM, Datum);
}
