using DroneFarm.Core.Fields;

namespace DroneFarm.Storage.Formats.PlanJson;

internal sealed record ZoneJson(string Id, string Name, ZoneKind Kind, double BufferM, double[][][] Shape);
