using System.Globalization;
using System.Xml.Linq;
using DroneFarm.Core.Geo;

namespace DroneFarm.Storage.Formats.Isoxml;

/// <summary>An element of a task data set, with the file that it stands in. Attributes are letters whose meaning depends on the element (ISO 11783-10, annex D).</summary>
internal sealed record TaskElement(string FileName, XElement Xml)
{
    public string Tag => Xml.Name.LocalName;

    public string Line => XmlInput.LineOf(Xml).ToString(CultureInfo.InvariantCulture);

    public string? this[string attribute] => (string?)Xml.Attribute(attribute) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    public IEnumerable<TaskElement> Children(string tag) => Xml.Elements().Where(e => e.Name.LocalName == tag).Select(e => this with { Xml = e });

    public double? Number(string attribute) =>
        double.TryParse(this[attribute], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    public long? Whole(string attribute) => long.TryParse(this[attribute], NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A data dictionary identifier, four hexadecimal digits.</summary>
    public int? Ddi(string attribute) => int.TryParse(this[attribute], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Of a point (PNT): C is north, D is east.</summary>
    public GeoPoint? Place =>
        Number("C") is { } north && Number("D") is { } east && new GeoPoint(LatitudeDeg: north, LongitudeDeg: east) is { IsValid: true } place ? place : null;
}
