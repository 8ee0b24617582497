namespace DroneFarm.Station.Plans;

/// <summary>Fields to become one.</summary>
/// <param name="Polygons">Of each field its rings, each position longitude first, degrees.</param>
/// <param name="GapM">Ground between neighbours up to this width belongs to the whole: a bund that is taken away.</param>
public sealed record MergeRequest(double[][][][] Polygons, double GapM = 2);
