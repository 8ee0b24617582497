using SkiaSharp;

namespace DroneFarm.Reports.Pages;

/// <summary>Something that stands whole on a page: a row, a table's head, a figure.</summary>
internal readonly record struct Placed(int Page, string What, SKRect Box);
