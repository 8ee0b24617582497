namespace DroneFarm.Core.Planning.Swaths;

/// <summary>A swath in its strip: where on the strip's axis it runs.</summary>
internal readonly record struct StripSwath(int Strip, Span Span, double AxisV);
