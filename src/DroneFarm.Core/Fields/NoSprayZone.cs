using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Fields;

/// <summary>Ground on which nothing may land, with the distance to keep from it.</summary>
/// <param name="Shape">In the farm's local frame, metres.</param>
/// <param name="BufferM">How far spray stays away in all directions, metres; a planned wind makes it more on the side it blows from.</param>
public sealed record NoSprayZone(string Id, string Name, ZoneKind Kind, Polygon Shape, double BufferM);
