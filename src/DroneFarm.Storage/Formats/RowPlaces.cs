using System.Globalization;

namespace DroneFarm.Storage.Formats;

/// <summary>A file whose features are known by the line or row they stand in, counted from 1.</summary>
internal sealed record RowPlaces(string Name) : IPlaces
{
    public string LineOf(long offset) => offset.ToString(CultureInfo.InvariantCulture);
}
