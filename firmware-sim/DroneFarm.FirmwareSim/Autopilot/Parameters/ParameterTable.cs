using System.Globalization;

namespace DroneFarm.FirmwareSim.Autopilot.Parameters;

/// <summary>
/// All settings by name, in the order they are listed. They outlive a reboot. The SPRAY_* settings other than SPRAY_ENABLE
/// stay out of the list while that is 0 (point 29), though they are there.
/// </summary>
internal sealed class ParameterTable
{
    private static readonly Lazy<IReadOnlyList<(string Name, ParameterType Type, double Value)>> Defaults = new(ReadDefaults);

    private readonly Dictionary<string, Parameter> byName = new(StringComparer.Ordinal);
    private readonly List<Parameter> all = [];
    private List<Parameter> listed = [];

    /// <param name="start">Values that differ from the defaults, by name; names the firmware does not know are a mistake of the caller.</param>
    /// <param name="fillers">So many further parameters, to reach the real firmware's 1,400.</param>
    public ParameterTable(IReadOnlyDictionary<string, double> start, int fillers)
    {
        foreach (var (name, type, value) in Defaults.Value) Add(name, type, value);
        for (var i = 1; i <= fillers; i++) Add($"SIM_SPARE_{i:D4}", ParameterType.Float, i);
        foreach (var (name, value) in start)
        {
            if (!byName.TryGetValue(name, out var parameter)) throw new ArgumentException($"this firmware has no parameter {name}", nameof(start));
            parameter.Set(value);
        }

        Relist();
    }

    public IReadOnlyList<Parameter> Listed => listed;

    public double this[string name] => byName[name].Value;

    public bool IsOn(string name) => this[name] != 0;

    /// <summary>The setting itself, for those who look at it at every step.</summary>
    public Parameter Get(string name) => byName[name];

    public Parameter? Find(string name) =>
        byName.TryGetValue(name, out var parameter) && !IsHidden(parameter) ? parameter : null;

    public void Set(string name, double value)
    {
        byName[name].Set(value);
        if (name == "SPRAY_ENABLE") Relist();
    }

    /// <summary>A parameter that an on-board script brings; one that is there already keeps its value.</summary>
    public void Bring(string name, double value)
    {
        if (byName.ContainsKey(name)) return;
        Add(name, ParameterType.Float, value);
        Relist();
    }

    private bool IsHidden(Parameter parameter) =>
        parameter.Name.StartsWith("SPRAY_", StringComparison.Ordinal) && parameter.Name != "SPRAY_ENABLE" && this["SPRAY_ENABLE"] == 0;

    private void Relist() => listed = all.Where(p => !IsHidden(p)).ToList();

    private void Add(string name, ParameterType type, double value)
    {
        var parameter = new Parameter(name, type, value);
        if (byName.TryGetValue(name, out var earlier)) all[all.IndexOf(earlier)] = parameter;
        else all.Add(parameter);
        byName[name] = parameter;
    }

    private static List<(string Name, ParameterType Type, double Value)> ReadDefaults()
    {
        using var stream = typeof(ParameterTable).Assembly.GetManifestResourceStream("copter.tsv")
            ?? throw new InvalidOperationException("the parameter table is not embedded");
        using var reader = new StreamReader(stream);
        var rows = new List<(string, ParameterType, double)>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            var type = Enum.Parse<ParameterType>(cells[1], ignoreCase: true);
            var value = double.Parse(cells[2], CultureInfo.InvariantCulture);
            rows.AddRange(Expand(cells[0]).Select(name => (name, type, value)));
        }

        return rows;
    }

    /// <summary>RC[1-3]_MIN stands for RC1_MIN, RC2_MIN, RC3_MIN.</summary>
    private static IEnumerable<string> Expand(string name)
    {
        var open = name.IndexOf('[', StringComparison.Ordinal);
        if (open < 0) return [name];
        var close = name.IndexOf(']', StringComparison.Ordinal);
        var bounds = name[(open + 1)..close].Split('-');
        int first = int.Parse(bounds[0], CultureInfo.InvariantCulture), last = int.Parse(bounds[1], CultureInfo.InvariantCulture);
        return Enumerable.Range(first, last - first + 1).Select(i => $"{name[..open]}{i}{name[(close + 1)..]}");
    }
}
