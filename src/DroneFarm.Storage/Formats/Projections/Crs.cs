namespace DroneFarm.Storage.Formats.Projections;

/// <summary>A projected coordinate reference system that the program knows.</summary>
/// <param name="Epsg">0 for one known by its own text only.</param>
/// <param name="Name">As the EPSG register names it.</param>
/// <param name="OtherName">As ESRI's .prj files name it.</param>
/// <param name="Wkt">Well-known text, version 1, axes east and north, metres.</param>
/// <param name="ShiftsDatum">Whether its datum is another one than WGS84, with the shift in the text. The others agree with WGS84 to better than a metre.</param>
/// <param name="Area">Where it is used; coordinates that lead elsewhere are none of it.</param>
/// <param name="NorthingMayBeFirst">Surveyors of its country write x for north: a file may have the axes that way round.</param>
internal sealed record Crs(int Epsg, string Name, string OtherName, string Wkt, bool ShiftsDatum, CrsArea Area, bool NorthingMayBeFirst = false)
{
    public string Title => Epsg == 0 ? Name : $"EPSG:{Epsg} {Name}";
}
