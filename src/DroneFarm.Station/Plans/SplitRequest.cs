namespace DroneFarm.Station.Plans;

/// <summary>A field to be cut along a line that somebody drew across it.</summary>
/// <param name="Rings">The boundary and its holes, each position longitude first, degrees.</param>
/// <param name="Line">Its ends are drawn out a little, so that one that just fails to reach the edge cuts too.</param>
public sealed record SplitRequest(double[][][] Rings, double[][] Line);
