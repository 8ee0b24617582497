using DroneFarm.Core.Geo;

namespace DroneFarm.Storage.Formats.Isoxml;

/// <summary>One record of a <see cref="TimeLog"/>.</summary>
/// <param name="At">The machine's own clock, without a time zone.</param>
/// <param name="GpsAt">The receiver's clock, UTC; null where the log does not say.</param>
/// <param name="Place">Null where the log has no position.</param>
/// <param name="HeightM">Above the ellipsoid.</param>
/// <param name="Values">One for each column, null where this record says nothing of it; scaled as the column's DDI says.</param>
public sealed record LogRecord(DateTime At, DateTimeOffset? GpsAt, GeoPoint? Place, double? HeightM, IReadOnlyList<int?> Values);
