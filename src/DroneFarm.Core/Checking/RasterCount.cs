namespace DroneFarm.Core.Checking;

/// <summary>The areas of a field, or of all of them, counted in cells.</summary>
/// <param name="ExplainedM2">How far a count may be off because a cell is counted whole or not at all: five times what chance gives.</param>
/// <param name="CellM">Side of a cell, metres.</param>
public sealed record RasterCount(double CoveredM2, double DoubledM2, double MissedM2, double OffTargetM2, double ExplainedM2, double CellM);
