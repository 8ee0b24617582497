using SkiaSharp;

namespace DroneFarm.Reports.Charts;

/// <summary>One bar of a chart.</summary>
internal sealed record Bar(string Label, double Value, SKColor Colour);
