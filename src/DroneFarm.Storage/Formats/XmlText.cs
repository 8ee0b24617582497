using System.Xml;

namespace DroneFarm.Storage.Formats;

/// <summary>Text on its way into XML.</summary>
internal static class XmlText
{
    /// <summary>Without the control characters that no XML may hold.</summary>
    public static string Clean(string text) => text.All(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)) ? text : string.Concat(text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));
}
