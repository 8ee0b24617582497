using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using DroneFarm.Core.Findings;
using DroneFarm.Storage.Formats.Importing;

namespace DroneFarm.Storage.Formats;

/// <summary>Reads XML that somebody sent: no DTD, no external entities, no bottomless nesting; each element knows its line.</summary>
internal static partial class XmlInput
{
    private const int MostDepth = 100;

    /// <summary>The name of the first element, read no further than to it; null when there is none.</summary>
    public static string? RootOf(byte[] bytes) =>
        Element().Match(Text(bytes.AsSpan(0, Math.Min(bytes.Length, 8192)).ToArray())) is { Success: true } match ? match.Groups[1].Value : null;

    /// <param name="containers">Elements that mean something even when the file ends in them; any other that is cut off is dropped whole.</param>
    /// <returns>Null, and one error among the findings, when nothing can be read. A file that breaks off gives what stands before the break, and an error.</returns>
    public static XElement? Read(ImportFile file, IReadOnlyCollection<string> containers, List<Finding> findings)
    {
        var open = new Stack<XElement>();
        XElement? root = null;
        try
        {
            using var reader = XmlReader.Create(new StringReader(Text(file.Bytes)), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true });
            while (reader.Read()) root = Add(reader, open, root);
            if (root is not null) return root;
            findings.Add(Finding.Error("file.empty", file.Name));
        }
        catch (XmlException e)
        {
            var places = (Line: Say(e.LineNumber), Column: Say(e.LinePosition));
            var text = Text(file.Bytes);
            if (Doctype().Match(text) is { Success: true } dtd) return Refused(Finding.Error("xml.dtd", file.Name, Say(text.AsSpan(0, dtd.Index).Count('\n') + 1)));
            if (root is null) return Refused(Finding.Error("xml.bad", file.Name, places.Line, places.Column, Plain(e)));
            var cut = open.Reverse().FirstOrDefault(x => !containers.Contains(x.Name.LocalName));
            if (cut == root || cut is null && !containers.Contains(root.Name.LocalName)) return Refused(Finding.Error("xml.bad", file.Name, places.Line, places.Column, Plain(e)));
            cut?.Remove();
            findings.Add(Finding.Error("xml.broken", file.Name, places.Line, places.Column, Plain(e)));
            return root;
        }
        catch (InvalidDataException)
        {
            findings.Add(Finding.Error("xml.deep", file.Name, Say(MostDepth)));
        }

        return null;

        XElement? Refused(Finding finding)
        {
            findings.Add(finding);
            return null;
        }
    }

    /// <summary>Where an element starts, from 1.</summary>
    public static int LineOf(XElement element) => element.Annotation<Line>()?.Number ?? 0;

    private static XElement? Add(XmlReader reader, Stack<XElement> open, XElement? root)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
                element.AddAnnotation(new Line(((IXmlLineInfo)reader).LineNumber));
                var isEmpty = reader.IsEmptyElement;
                while (reader.MoveToNextAttribute())
                {
                    if (reader.Prefix != "xmlns" && reader.Name != "xmlns") element.SetAttributeValue(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value);
                }

                if (open.TryPeek(out var parent)) parent.Add(element);
                if (open.Count >= MostDepth) throw new InvalidDataException();
                if (!isEmpty) open.Push(element);
                return root ?? element;
            case XmlNodeType.EndElement:
                open.Pop();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA:
                if (open.TryPeek(out var holder)) holder.Add(new XText(reader.Value));
                break;
        }

        return root;
    }

    private static string Text(byte[] bytes)
    {
        var head = Encoding.ASCII.GetString(bytes, 0, Math.Min(bytes.Length, 200));
        var said = Declared().Match(head) is { Success: true } match ? FileText.Named(match.Groups[1].Value) : null;
        return FileText.Decode(bytes, said is UnicodeEncoding ? null : said).Text.TrimEnd('\0').TrimStart();
    }

    /// <summary>The parser appends its own count of lines, which the sentence has already.</summary>
    private static string Plain(XmlException e) => e.Message.IndexOf(" Line ", StringComparison.Ordinal) is > 0 and var end ? e.Message[..end].TrimEnd('.') : e.Message;

    private static string Say(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Line(int Number);

    [GeneratedRegex(@"<\?xml[^>]*encoding\s*=\s*[""']([\w.-]+)[""']")]
    private static partial Regex Declared();

    [GeneratedRegex(@"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)")]
    private static partial Regex Element();

    [GeneratedRegex(@"<!DOCTYPE", RegexOptions.IgnoreCase)]
    private static partial Regex Doctype();
}
