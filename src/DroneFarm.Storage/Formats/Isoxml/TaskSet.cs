using DroneFarm.Core.Findings;
using DroneFarm.Storage.Formats.Importing;

namespace DroneFarm.Storage.Formats.Isoxml;

/// <summary>
/// An ISOXML task data set, version 3 or 4: TASKDATA.XML with its linked files. What can be read of a malformed one is read, and each loss is an error with
/// its place. Source: ISO 11783-10 and its schema at isobus.net.
/// </summary>
internal sealed class TaskSet
{
    private static readonly string[] Containers = ["ISO11783_TaskData", "XFC"];

    private readonly Unit unit;

    private TaskSet(Unit unit, IReadOnlyList<TaskElement> elements) => (this.unit, Elements) = (unit, elements);

    /// <summary>The elements of the first level, those of linked files among them.</summary>
    public IReadOnlyList<TaskElement> Elements { get; }

    public GeoFile Partfields { get; private set; } = new(new RowPlaces(""), "", false, []);

    /// <summary>Partfields that have no boundary.</summary>
    public int Unbounded { get; private set; }

    public IReadOnlyList<TimeLog> TimeLogs { get; private set; } = [];

    public string Name => unit.Main.Name;

    public IEnumerable<TaskElement> Tasks => Elements.Where(e => e.Tag == "TSK");

    /// <param name="findings">For what is worth knowing, and for an error that leaves nothing.</param>
    /// <param name="partial">For errors that leave something out of it.</param>
    public static TaskSet? Read(Unit unit, List<Finding> findings, List<Finding> partial)
    {
        var broken = new List<Finding>();
        if (XmlInput.Read(unit.Main, Containers, broken) is not { } root)
        {
            findings.AddRange(broken);
            return null;
        }

        partial.AddRange(broken);
        var main = new TaskElement(unit.Main.Name, root);
        var elements = main.Xml.Elements().Select(e => main with { Xml = e }).ToList();
        foreach (var link in main.Children("XFR")) elements.AddRange(Linked(unit, link, partial));
        var set = new TaskSet(unit, elements);
        var version = $"{main["VersionMajor"] ?? "?"}.{main["VersionMinor"] ?? "?"}";
        findings.Add(Finding.Note("isoxml.read", unit.Main.Name, version, main["ManagementSoftwareManufacturer"] ?? main["TaskControllerManufacturer"] ?? "?"));
        var partfields = new PartfieldReader(unit.Main, elements, findings, partial);
        set.Partfields = partfields.Read();
        set.Unbounded = partfields.Unbounded;
        set.TimeLogs = [.. set.Tasks.SelectMany(t => t.Children("TLG")).Select(l => TimeLogReader.Read(set, l, partial)).OfType<TimeLog>()];
        return set;
    }

    /// <summary>A file of the set by the name that an element gives, without its ending.</summary>
    public ImportFile? File(string name, string ending) => File(unit, name, ending);

    private static ImportFile? File(Unit unit, string name, string ending) => unit.Beside.FirstOrDefault(f =>
        f.Name.Equals((unit.Main.Folder.Length > 0 ? unit.Main.Folder + "/" : "") + (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? name : name + ending), StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<TaskElement> Linked(Unit unit, TaskElement link, List<Finding> partial)
    {
        if (link["A"] is not { } name || File(unit, name, ".xml") is not { } file)
        {
            partial.Add(Finding.Error("isoxml.link-missing", link.FileName, link.Line, link["A"] ?? "?"));
            return [];
        }

        return XmlInput.Read(file, Containers, partial) is { } root ? root.Elements().Select(e => new TaskElement(file.Name, e)) : [];
    }
}
