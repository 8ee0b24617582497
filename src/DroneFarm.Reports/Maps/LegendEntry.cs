using DroneFarm.Reports.Wording;
using SkiaSharp;

namespace DroneFarm.Reports.Maps;

/// <summary>One line of a legend.</summary>
/// <param name="Value">An area or another figure; may be empty.</param>
/// <param name="Symbol">Draws the sample into its box.</param>
internal sealed record LegendEntry(Caption Label, string Value, Action<SKCanvas, SKRect> Symbol);
