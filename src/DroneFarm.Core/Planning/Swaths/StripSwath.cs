namespace DroneFarm.Core.Planning.Swaths;

/// <summary>A swath in its strip: where on the strip's axis it runs.</summary>
/// <param name="Sector">Of the <see cref="Lanes"/>.</param>
/// <param name="Joined">Whether it goes on from the one before it, round a corner of the lanes.</param>
internal readonly record struct StripSwath(int Strip, int Sector, Span Span, double AxisDepthM, bool Joined);
